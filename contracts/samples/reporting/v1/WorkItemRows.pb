
OK123/SLĐTBXH-VPBáo cáo công tác tháng"42*�Bcong_van
ĐT-06"42*�R
73TTHC-104Thủ tục mẫu"42*�Z
merit