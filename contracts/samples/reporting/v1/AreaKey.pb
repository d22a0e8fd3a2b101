
dan-so-2024;Quyết định mẫu về tỷ lệ dân số khi chia xã *����