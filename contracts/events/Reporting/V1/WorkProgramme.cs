namespace AnSinh.Contracts.Events.Reporting.V1;

/// <summary>A document was issued (ban hành văn bản).</summary>
[EventType("ansinh.reporting.v1.DocumentIssued")]
public sealed record DocumentIssued
{
    /// <summary>Level: <c>central</c>, <c>people_committee_directive</c>, <c>department</c>, <c>other</c>.</summary>
    public required string Level { get; init; }

    /// <summary>Type by Decree 30/2020, such as <c>cong_van</c>, <c>quyet_dinh</c>.</summary>
    public required string Type { get; init; }

    /// <summary>Whether it carries out a directive of the People's Committee.</summary>
    public required bool ExecutesDirective { get; init; }
}

/// <summary>A framework task was assigned (giao nhiệm vụ khung).</summary>
[EventType("ansinh.reporting.v1.TaskAssigned")]
public sealed record TaskAssigned
{
    /// <summary>Year of the work programme.</summary>
    public required int Year { get; init; }
}

/// <summary>A framework task was completed.</summary>
[EventType("ansinh.reporting.v1.TaskCompleted")]
public sealed record TaskCompleted
{
    /// <summary>Year of the work programme.</summary>
    public required int Year { get; init; }

    /// <summary>Whether it was done by its due day.</summary>
    public required bool OnTime { get; init; }
}

/// <summary>A petition, complaint or denunciation was received (tiếp nhận đơn thư).</summary>
[EventType("ansinh.reporting.v1.PetitionReceived")]
public sealed record PetitionReceived
{
    /// <summary>Kind: <c>complaint</c>, <c>denunciation</c>, <c>petition</c>.</summary>
    public required string Kind { get; init; }
}

/// <summary>A petition, complaint or denunciation was settled.</summary>
[EventType("ansinh.reporting.v1.PetitionSettled")]
public sealed record PetitionSettled
{
    /// <summary>Kind, as when it was received.</summary>
    public required string Kind { get; init; }
}

/// <summary>A record of the work programme should not have been made: the event that it replaces is booked back.</summary>
[EventType("ansinh.reporting.v1.WorkRecordVoided")]
public sealed record WorkRecordVoided
{
    /// <summary>Event that said it before.</summary>
    public required Guid Replaces { get; init; }
}

/// <summary>An administrative procedure is in force from a day on (công bố thủ tục hành chính).</summary>
[EventType("ansinh.reporting.v1.ProcedurePublished")]
public sealed record ProcedurePublished
{
    /// <summary>Field of work, such as <c>merit</c>.</summary>
    public required string Field { get; init; }
}

/// <summary>An administrative procedure is no longer in force (bãi bỏ).</summary>
[EventType("ansinh.reporting.v1.ProcedureWithdrawn")]
public sealed record ProcedureWithdrawn
{
    /// <summary>Field of work, as when it was published.</summary>
    public required string Field { get; init; }
}
