"t
placement.start_dateplacement.start_date_in_future<Ngày bắt đầu làm việc không được sau hôm nay.