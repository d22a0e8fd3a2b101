using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace AnSinh.ServiceKit.Persistence;

/// <summary>
/// How keys and instants stand in both databases: keys as 16 big-endian bytes, so that byte order is time order; instants as UTC
/// ticks, because SQLite has no type for them that sorts.
/// </summary>
public static class StoredFormats
{
    /// <summary>Applies the formats to every property of the types concerned.</summary>
    public static void Apply(ModelConfigurationBuilder configuration)
    {
        configuration.Properties<Guid>().HaveConversion<GuidBytes>().HaveColumnType("binary(16)");
        configuration.Properties<DateTimeOffset>().HaveConversion<UtcTicks>();
        configuration.Properties<DateOnly>().HaveConversion<DayNumber>();
        // Bounded by default: the SQL Server client misreads large unbounded columns, and an index cannot hold one.
        configuration.Properties<string>().HaveMaxLength(200);
    }

    /// <summary>A key as 16 big-endian bytes.</summary>
    public sealed class GuidBytes() : ValueConverter<Guid, byte[]>(
        id => id.ToByteArray(true), bytes => new Guid(bytes, true));

    /// <summary>An instant as UTC ticks (100 ns).</summary>
    public sealed class UtcTicks() : ValueConverter<DateTimeOffset, long>(
        instant => instant.UtcTicks, ticks => new DateTimeOffset(ticks, TimeSpan.Zero));

    /// <summary>A day as the number yyyymmdd: it sorts, it is small, and a person reading the table understands it.</summary>
    public sealed class DayNumber() : ValueConverter<DateOnly, int>(day => ToNumber(day), number => FromNumber(number));

    /// <summary>yyyymmdd of a day.</summary>
    public static int ToNumber(DateOnly day) => day.Year * 10_000 + day.Month * 100 + day.Day;

    /// <summary>The day of yyyymmdd.</summary>
    public static DateOnly FromNumber(int number) => new(number / 10_000, number / 100 % 100, number % 100);
}
