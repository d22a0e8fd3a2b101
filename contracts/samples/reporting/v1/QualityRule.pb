
late.employment
Ghi chậm"0Hồ sơ ghi sau ngày phát sinh quá 30 ngày.*EMP-012-Quy chế mẫu về cập nhật số liệu