
C-000002"Hàn*�2Trường Trung cấp Mẫu