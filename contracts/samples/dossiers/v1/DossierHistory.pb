
1”ÝøÐ"	officer-1*Thiáº¿u giáº¥y ra viá»‡n