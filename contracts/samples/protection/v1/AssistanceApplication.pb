
1applications/0195a000-0000-7000-8000-000000000308$
Công dân Mẫu� *1807318073"�* 0@0:p
	5.5a-tu80�`Điều 5 khoản 5 điểm a: từ 80 tuổi, hộ nghèo, không có người phụng dưỡngJ1R�ë�