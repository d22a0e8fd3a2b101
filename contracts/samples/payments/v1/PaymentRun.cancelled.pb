
0paymentRuns/0195a000-0000-7000-8000-000000000036merit.allowance42"ç	(08€žêhr	officer-1€ŠLáº­p nháº§m thÃ¡ng’2š ºß§¢Ì¼ß§