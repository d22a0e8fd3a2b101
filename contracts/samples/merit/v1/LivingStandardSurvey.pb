
:livingStandardSurveys/0195a000-0000-7000-8000-0000000004124Kháº£o sÃ¡t má»©c sá»‘ng há»™ chÃ­nh sÃ¡ch nÄƒm 202046"ä(¨Ã0À»8ı¹B”Ì´ÿ