
2020-H1436Thành phố Hà Tĩnh"42(2loan:
EMP-01120"120 ngườiB6
2019-H1100100 người"20*20 người220:20%Jfigure.not_additive