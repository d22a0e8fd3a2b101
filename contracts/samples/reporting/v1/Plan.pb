
EMP-0142ä"24000(2/Nghá»‹ quyáº¿t máº«u vá» chá»‰ tiÃªu nÄƒm 20208B1J	planner-1R”ˆµğ