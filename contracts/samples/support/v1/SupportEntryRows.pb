
mi/programmes/0195a000-0000-7000-8000-000000000301household_business*
Há»™ kinh doanh Máº«u0À„=:18073