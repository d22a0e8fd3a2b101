
EMP-011Số người được giải quyết việc làmPeople placed in jobs"
employment*người2flow:people(employment.placement)BchannelBsexRLuật Việc làm 2013