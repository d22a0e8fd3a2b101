
1829451/9120.104 người"
24000609817/7280"83,77%*FGiá trị đến nay × số ngày của năm ÷ số ngày đã qua.2$Năm trước chưa có số liệu.