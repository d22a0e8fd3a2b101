
*rates/0195a000-0000-7000-8000-000000000032protection.assistance(0Ö':01BéJêRêb63/2025/NQ-HÄNDrclerk-1