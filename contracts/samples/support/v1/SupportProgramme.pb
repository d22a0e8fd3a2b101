
/programmes/0195a000-0000-7000-8000-000000000301	NQ42-2020Nghá»‹ quyáº¿t 42/NQ-CP *422'Nghá»‹ quyáº¿t 42/NQ-CP ngÃ y 09/4/2020:ä	BäJ
meritàÆ[(J
elderly_gift"Àš€µR1Z”‘¿ô