namespace AnSinh.Employment.Workers;

/// <summary>Highest level of schooling or training (trình độ chuyên môn kỹ thuật); stored by number.</summary>
public enum Education
{
    /// <summary>Not known.</summary>
    Unknown = 0,

    /// <summary>Chưa qua đào tạo.</summary>
    Untrained = 1,

    /// <summary>Sơ cấp, or a certificate of under three months.</summary>
    Elementary = 2,

    /// <summary>Trung cấp.</summary>
    Intermediate = 3,

    /// <summary>Cao đẳng.</summary>
    College = 4,

    /// <summary>Đại học and above.</summary>
    University = 5,
}
