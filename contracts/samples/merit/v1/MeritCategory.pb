
NCC07gThương binh"War invalid*�2�:(Pháp lệnh 02/2020/UBTVQH14, Điều 3