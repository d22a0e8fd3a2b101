namespace AnSinh.Dossiers;

/// <summary>Where a dossier stands; stored by number, the numbers of ansinh.dossiers.v1.DossierState.</summary>
public enum DossierState
{
    /// <summary>Tiếp nhận.</summary>
    Received = 1,

    /// <summary>Đã kiểm tra, xác nhận.</summary>
    Verified = 2,

    /// <summary>Đã thẩm định.</summary>
    Appraised = 3,

    /// <summary>Đã phê duyệt.</summary>
    Approved = 4,

    /// <summary>Bị từ chối.</summary>
    Refused = 5,

    /// <summary>Trả lại để bổ sung; waits for the applicant.</summary>
    ReturnedForSupplement = 6,

    /// <summary>Đã trả kết quả: the end.</summary>
    Returned = 7,

    /// <summary>Đã di chuyển đến tỉnh khác: the end.</summary>
    TransferredOut = 8,

    /// <summary>Should never have been registered: the end.</summary>
    Voided = 9,
}

/// <summary>How far the digital copy is; stored by number, the numbers of ansinh.dossiers.v1.DigitisationState.</summary>
public enum DigitisationState
{
    /// <summary>Not begun.</summary>
    None = 0,

    /// <summary>Pages scanned.</summary>
    Scanned = 1,

    /// <summary>Fields read from the pages.</summary>
    Indexed = 2,

    /// <summary>Compared with the original: the copy counts.</summary>
    Verified = 3,
}
