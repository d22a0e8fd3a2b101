namespace AnSinh.Contracts.Events.Support.V1;

/// <summary>A house was built or repaired with support, and is finished (nhà ở được hỗ trợ xây mới hoặc sửa chữa đã hoàn thành).</summary>
[EventType("ansinh.support.v1.HousingCompleted")]
public sealed record HousingCompleted
{
    /// <summary>Whose house: <c>merit</c>, <c>poor_household</c>.</summary>
    public required string Beneficiary { get; init; }

    /// <summary>Source of the money, such as <c>Ngân sách</c> or a foundation; at most 60 characters.</summary>
    public required string Fund { get; init; }

    /// <summary>Work done: <c>build</c>, <c>repair</c>.</summary>
    public required string Work { get; init; }

    /// <summary>Support in VND.</summary>
    public required long AmountVnd { get; init; }
}

/// <summary>A finished house should not have been recorded: the event that it replaces is booked back.</summary>
[EventType("ansinh.support.v1.HousingVoided")]
public sealed record HousingVoided
{
    /// <summary>Event that said it before.</summary>
    public required Guid Replaces { get; init; }
}
