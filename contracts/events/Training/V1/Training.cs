namespace AnSinh.Contracts.Events.Training.V1;

/// <summary>What an enrolment says; shared by the records that book one.</summary>
public sealed record EnrolmentContent
{
    /// <summary>Trainee as a person key.</summary>
    public required string PersonKey { get; init; }

    /// <summary>Level: <c>college</c>, <c>intermediate</c>, <c>elementary</c>, <c>under_three_months</c>.</summary>
    public required string Level { get; init; }

    /// <summary>Day of enrolment.</summary>
    public required DateOnly EnrolledOn { get; init; }

    /// <summary>Commune that figures count it in.</summary>
    public required string AreaCode { get; init; }

    /// <summary>Institution, a UUID of the service.</summary>
    public required Guid Institution { get; init; }

    /// <summary><c>male</c>, <c>female</c>; absent when not known.</summary>
    public string? Sex { get; init; }

    /// <summary>Whether the rural-worker subsidy pays for it.</summary>
    public required bool RuralSubsidy { get; init; }
}

/// <summary>A trainee enrolled in a programme (tuyển sinh).</summary>
[EventType("ansinh.training.v1.TraineeEnrolled")]
public sealed record TraineeEnrolled
{
    /// <summary>What was recorded.</summary>
    public required EnrolmentContent Enrolment { get; init; }
}

/// <summary>An enrolment was voided: <see cref="Replaces"/> is booked back.</summary>
[EventType("ansinh.training.v1.EnrolmentVoided")]
public sealed record EnrolmentVoided
{
    /// <summary>Event that said it before.</summary>
    public required Guid Replaces { get; init; }
}

/// <summary>A trainee went on at another institution (chuyển trường); the enrolment stays counted once.</summary>
[EventType("ansinh.training.v1.TraineeTransferred")]
public sealed record TraineeTransferred
{
    /// <summary>Trainee as a person key.</summary>
    public required string PersonKey { get; init; }

    /// <summary>Institution left, a UUID of the service.</summary>
    public required Guid From { get; init; }

    /// <summary>Institution joined, a UUID of the service.</summary>
    public required Guid To { get; init; }
}

/// <summary>A trainee left without completing (bỏ học, thôi học).</summary>
[EventType("ansinh.training.v1.TraineeDroppedOut")]
public sealed record TraineeDroppedOut
{
    /// <summary>Trainee as a person key.</summary>
    public required string PersonKey { get; init; }

    /// <summary>Level, as enrolled.</summary>
    public required string Level { get; init; }

    /// <summary><c>male</c>, <c>female</c>; absent when not known.</summary>
    public string? Sex { get; init; }
}

/// <summary>A trainee completed the programme (tốt nghiệp).</summary>
[EventType("ansinh.training.v1.TraineeCompleted")]
public sealed record TraineeCompleted
{
    /// <summary>Trainee as a person key.</summary>
    public required string PersonKey { get; init; }

    /// <summary>Level, as enrolled.</summary>
    public required string Level { get; init; }

    /// <summary><c>male</c>, <c>female</c>; absent when not known.</summary>
    public string? Sex { get; init; }
}

/// <summary>A diploma or certificate was issued (cấp văn bằng, chứng chỉ).</summary>
[EventType("ansinh.training.v1.CertificateIssued")]
public sealed record CertificateIssued
{
    /// <summary>Level.</summary>
    public required string Level { get; init; }

    /// <summary>True when it replaces a lost or wrong one, which was counted already.</summary>
    public required bool Replacement { get; init; }
}

/// <summary>A diploma or certificate was revoked (thu hồi).</summary>
[EventType("ansinh.training.v1.CertificateRevoked")]
public sealed record CertificateRevoked
{
    /// <summary>Level.</summary>
    public required string Level { get; init; }
}

/// <summary>A vocational institution opened (thành lập).</summary>
[EventType("ansinh.training.v1.InstitutionOpened")]
public sealed record InstitutionOpened
{
    /// <summary>Kind: <c>college</c>, <c>intermediate_school</c>, <c>training_centre</c>, <c>continuing_education_centre</c>, <c>vocational_secondary_school</c>, <c>enterprise</c>.</summary>
    public required string Kind { get; init; }

    /// <summary>Ownership: <c>public</c>, <c>private</c>, <c>foreign</c>.</summary>
    public required string Ownership { get; init; }
}

/// <summary>A vocational institution closed or merged into another.</summary>
[EventType("ansinh.training.v1.InstitutionClosed")]
public sealed record InstitutionClosed
{
    /// <summary>Kind, as when it opened.</summary>
    public required string Kind { get; init; }

    /// <summary>Ownership, as when it opened.</summary>
    public required string Ownership { get; init; }

    /// <summary>Institution that it merged into, a UUID of the service; absent when it closed.</summary>
    public Guid? MergedInto { get; init; }
}
