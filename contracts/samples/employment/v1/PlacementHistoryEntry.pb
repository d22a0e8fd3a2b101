
$0195a000-0000-7000-8000-000000000005'ansinh.employment.v1.PlacementCorrected®è∆ÛÄ µÓ"	officer-1*%Nh·∫ßm ng√†y b·∫Øt ƒë·∫ßu l√†m vi·ªác