using System.Globalization;

namespace AnSinh.ServiceKit.Requests;

/// <summary>What day it is in Viet Nam (UTC+7, no summer time): "today" in every rule about days.</summary>
public static class VietnamDay
{
    static readonly TimeSpan Offset = TimeSpan.FromHours(7);

    /// <summary>Today.</summary>
    public static DateOnly Today(TimeProvider time) => Of(time.GetUtcNow());

    /// <summary>A day as people write it: dd/MM/yyyy.</summary>
    public static string Text(DateOnly day) => day.ToString("dd'/'MM'/'yyyy", CultureInfo.InvariantCulture);

    /// <summary>The day of an instant.</summary>
    public static DateOnly Of(DateTimeOffset instant) => DateOnly.FromDateTime(instant.ToOffset(Offset).DateTime);
}
