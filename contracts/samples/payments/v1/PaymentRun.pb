
0paymentRuns/0195a000-0000-7000-8000-000000000035merit.allowance42"Á	(0ù·8¿∑ÈÑ@ÄÍ≠ÈHP»ﬂXÄﬁ∞áÉ`h…r	officer-1z
approver-1z
approver-2Äí6ö†∫ﬂß¢ê—Ä®®¿á<