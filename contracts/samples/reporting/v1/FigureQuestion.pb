
EMP-01
employment2020-H12020-Q2"42(2436:channelB 
 —Ÿøä"dan-so-2024HP