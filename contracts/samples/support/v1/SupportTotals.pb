

merit àÆ[