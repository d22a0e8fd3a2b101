
EMP-09?Số giấy phép lao động cấp cho người nước ngoài!Work permits issued to foreigners"
employment*giấy phép2flowZFChưa có sổ giấy phép lao động của người nước ngoài.