
,workers/0195a000-0000-7000-8000-000000000003NgÆ°á»i Lao Äá»™ng Máº«u042*******56"È(2180738B7531J!worker.citizen_number_sex_differsR1Z”ÉÀób¨Æó€Êµî