

employmentNN"”Çï÷(0