
,reports/01970000-0000-7000-8000-000000000001employment-half-year2024-H1"42(2,reports/01970000-0000-7000-8000-0000000000008@J5R�ZThông tư 02/2021/TT-BLĐTBXH`j_
outlookPhương hướng, nhiệm vụ3Tiếp tục tư vấn, giới thiệu việc làm.r(approver�ַ�"Thiếu lời vănz��״�,reports/01970000-0000-7000-8000-000000000002�����