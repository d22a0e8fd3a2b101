using AnSinh.ServiceKit.Areas;
using AnSinh.ServiceKit.Errors;
using AnSinh.ServiceKit.Requests;
using Wire = AnSinh.Contracts.Reporting.V1;

namespace AnSinh.Reporting.AreaMaster;

/// <summary>Administrative units to messages and back. The levels have the same numbers on both sides.</summary>
static class AreaMessages
{
    public static Wire.Area Of(AreaUnit unit)
    {
        var message = new Wire.Area
        {
            Code = unit.Code,
            DisplayName = unit.Name,
            Type = unit.Type,
            Level = (Wire.AreaLevel)(int)unit.Level,
            ParentCode = unit.ParentCode ?? "",
        };
        if (unit.ValidFrom is { } from)
        {
            message.ValidFrom = WireDate.Of(from);
        }

        if (unit.ValidTo is { } to)
        {
            message.ValidTo = WireDate.Of(to);
        }

        return message;
    }

    /// <summary>The unit of a message; what is no day or no level is added to <paramref name="found"/>.</summary>
    public static AreaUnit ToUnit(Wire.Area message, ICollection<Violation> found) => new()
    {
        Code = message.Code,
        Name = message.DisplayName,
        Type = message.Type,
        Level = Level(message.Level, found),
        ParentCode = message.ParentCode.Length > 0 ? message.ParentCode : null,
        ValidFrom = WireDate.ToDay(message.ValidFrom, "valid_from", found),
        ValidTo = WireDate.ToDay(message.ValidTo, "valid_to", found),
        IsWithdrawn = message.Withdrawn,
    };

    /// <inheritdoc cref="ToUnit"/>
    public static AreaSuccession ToSuccession(Wire.AreaSuccession message, ICollection<Violation> found)
    {
        var day = WireDate.ToDay(message.EffectiveOn, "effective_on", found);
        if (message.EffectiveOn is null)
        {
            found.Add(new Violation("effective_on", "date.missing", "Chưa ghi ngày có hiệu lực của việc sáp nhập, chia tách."));
        }

        return new AreaSuccession(Level(message.Level, found), message.OldCode, message.NewCode, message.Full, day ?? default) { IsWithdrawn = message.Withdrawn };
    }

    static AreaLevel Level(Wire.AreaLevel level, ICollection<Violation> found)
    {
        if (level is Wire.AreaLevel.Province or Wire.AreaLevel.District or Wire.AreaLevel.Commune)
        {
            return (AreaLevel)(int)level;
        }

        found.Add(new Violation("level", "area.level_missing", "Chưa ghi cấp của đơn vị hành chính: tỉnh, huyện hoặc xã."));
        return default;
    }
}
