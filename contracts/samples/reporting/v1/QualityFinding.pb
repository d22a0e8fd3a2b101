
4qualityFindings/01970000-0000-7000-8000-000000000001late.employment"0Hồ sơ ghi sau ngày phát sinh quá 30 ngày.*EMP-012436:2020-H1B
employmentJ
employmentPZ.Trong 100 hồ sơ có 40 hồ sơ ghi chậm.b
tỷ lệ ghi chậm4040%jĐang rà soátr����z�����2