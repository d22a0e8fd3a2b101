
channeldomestic