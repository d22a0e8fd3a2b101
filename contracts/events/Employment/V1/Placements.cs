namespace AnSinh.Contracts.Events.Employment.V1;

/// <summary>What a placement says; shared by the records that book one.</summary>
public sealed record PlacementContent
{
    /// <summary>Worker as a person key (base64url, 22 characters); never a citizen number.</summary>
    public required string PersonKey { get; init; }

    /// <summary>Way in which the job was found: <c>domestic</c>, <c>loan</c> or <c>overseas_contract</c>.</summary>
    public required string Channel { get; init; }

    /// <summary>First day at work, or day of departure.</summary>
    public required DateOnly StartDate { get; init; }

    /// <summary>Commune (5 digits) that figures count it in, as it was on <see cref="StartDate"/>.</summary>
    public required string AreaCode { get; init; }

    /// <summary><c>male</c>, <c>female</c>; absent when not known.</summary>
    public string? Sex { get; init; }

    /// <summary>Age group on the start date: <c>15-24</c>, <c>25-34</c>, <c>35-44</c>, <c>45-59</c>, <c>60+</c>; absent when not known.</summary>
    public string? AgeBand { get; init; }

    /// <summary>Occupation (VSCO 2020), 1 to 5 digits; absent when not known.</summary>
    public string? Occupation { get; init; }

    /// <summary>Employer, a UUID local to the service; absent when not known.</summary>
    public Guid? EmployerId { get; init; }

    /// <summary>Receiving country or territory (ISO 3166-1 alpha-2) of an overseas contract.</summary>
    public string? Market { get; init; }

    /// <summary>Length of an overseas contract in months.</summary>
    public int? ContractMonths { get; init; }

    /// <summary>Amount of the loan in VND, for channel <c>loan</c>.</summary>
    public long? LoanAmountVnd { get; init; }
}

/// <summary>A worker started a job.</summary>
[EventType("ansinh.employment.v1.PlacementRecorded")]
public sealed record PlacementRecorded
{
    /// <summary>What was recorded.</summary>
    public required PlacementContent Placement { get; init; }
}

/// <summary>A placement was corrected: <see cref="Replaces"/> is booked back, <see cref="Placement"/> is booked.</summary>
[EventType("ansinh.employment.v1.PlacementCorrected")]
public sealed record PlacementCorrected
{
    /// <summary>Event that said it before.</summary>
    public required Guid Replaces { get; init; }

    /// <summary>What holds now.</summary>
    public required PlacementContent Placement { get; init; }

    /// <summary>Why, as the official wrote it.</summary>
    public required string Reason { get; init; }
}

/// <summary>A placement was voided: <see cref="Replaces"/> is booked back and nothing takes its place.</summary>
[EventType("ansinh.employment.v1.PlacementVoided")]
public sealed record PlacementVoided
{
    /// <summary>Event that said it before.</summary>
    public required Guid Replaces { get; init; }

    /// <summary>Why, as the official wrote it.</summary>
    public required string Reason { get; init; }
}

/// <summary>A worker abroad under contract came home.</summary>
[EventType("ansinh.employment.v1.OverseasWorkerReturned")]
public sealed record OverseasWorkerReturned
{
    /// <summary>Worker as a person key.</summary>
    public required string PersonKey { get; init; }

    /// <summary>Day of the return.</summary>
    public required DateOnly ReturnDate { get; init; }

    /// <summary>Receiving country or territory (ISO 3166-1 alpha-2).</summary>
    public required string Market { get; init; }
}
