

employment*$0195a000-0000-7000-8000-000000000006"&ansinh.employment.v1.PlacementRecorded*area.unknown2?Không có đơn vị hành chính 99999 vào ngày 16/03/2020.:���