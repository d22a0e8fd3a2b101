
VOC-0730"30%JT
subset.greaterBVOC-07 là 30, lớn hơn VOC-06 là 20, mà nó là một phần.