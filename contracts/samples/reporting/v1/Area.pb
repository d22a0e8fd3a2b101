
18073Phường Thành Sen	Phường *422�