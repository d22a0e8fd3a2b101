
EMP-0124000" Nghị quyết 182/2019/NQ-HĐND