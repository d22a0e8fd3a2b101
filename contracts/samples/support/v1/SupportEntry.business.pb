
,entries/0195a000-0000-7000-8000-000000000303/programmes/0195a000-0000-7000-8000-000000000301household_business*#
Há»™ kinh doanh Máº«u
30000000010À„=:18073Bä
HjKhÃ´ng Ä‘Ãºng Ä‘á»‘i tÆ°á»£ngr2z”‘¿ô