using AnSinh.ServiceKit.Areas;

namespace AnSinh.Reporting.Tests.Engine;

/// <summary>Turns the steps of a case into what is told of units, minute by minute: well-formed lists, as an import would accept them.</summary>
public sealed class AreaStory
{
    /// <summary>Minute at which the first units are told, before every event.</summary>
    public const int Beginning = -100;

    /// <summary>First days of changes.</summary>
    public static readonly DateOnly[] Days = [new(2023, 7, 1), new(2024, 1, 1), new(2024, 7, 1), new(2025, 7, 1)];

    readonly Dictionary<(string Code, DateOnly? From), AreaUnit> units = [];
    readonly Dictionary<(string, string, DateOnly), AreaSuccession> successions = [];
    int lastCode = 99100;

    AreaStory()
    {
    }

    /// <summary>Everything that is told, in order.</summary>
    public List<(int Minute, object Told)> Told { get; } = [];

    public static AreaStory Of(IEnumerable<AreaStep> steps)
    {
        var story = new AreaStory();
        story.Begin();
        foreach (var step in steps.OrderBy(step => step.ToldAt))
        {
            story.Apply(step);
        }

        return story;
    }

    void Begin()
    {
        Tell(Beginning, Unit("97", null), Unit("98", null), Unit("990", "97"), Unit("991", "97"), Unit("992", "98"));
        Tell(Beginning, [.. new[] { ("99001", "990"), ("99002", "990"), ("99003", "991"), ("99004", "992"), ("99005", "992"), ("99006", "98") }.Select(one => Unit(one.Item1, one.Item2))]);
    }

    void Apply(AreaStep step)
    {
        var (at, first) = (step.ToldAt, Days[step.Day]);
        var communes = Living(5, first);
        if (communes.Count == 0)
        {
            return; // All were withdrawn: nothing is left that could change.
        }

        var (unit, other) = (communes[step.Unit % communes.Count], communes[step.Other % communes.Count]);
        var level = step.Change switch { AreaChange.AbolishDistrict => 3, AreaChange.MergeProvinces => 2, _ => 5 };
        if (level < 5)
        {
            EndAbove(at, level, step.Unit, first);
            return;
        }

        switch (step.Change)
        {
            case AreaChange.Rename or AreaChange.Move:
                var parents = Living(3, first);
                End(at, unit, first);
                Tell(at, unit with { Name = "đổi", ValidFrom = first, ParentCode = step.Change == AreaChange.Move && parents.Count > 0 ? parents[step.Other % parents.Count].Code : unit.ParentCode });
                break;
            case AreaChange.SplitIntoItself when unit != other:
                End(at, unit, first);
                Tell(at, unit with { Name = "chia", ValidFrom = first });
                Tell(at, Into(unit, unit.Code, first, full: false), Into(unit, other.Code, first, full: false));
                break;
            case AreaChange.SplitIntoNew when unit != other:
                End(at, unit, first);
                Tell(at, Into(unit, New(at, unit, first), first, full: false), Into(unit, other.Code, first, full: false));
                break;
            case AreaChange.OnePartKnown when unit != other:
                End(at, unit, first);
                Tell(at, Into(unit, other.Code, first, full: false));
                break;
            case AreaChange.Merge when unit != other:
                End(at, unit, first);
                Tell(at, Into(unit, other.Code, first, full: true));
                break;
            case AreaChange.MergeIntoNewWithSameCode when unit != other:
                End(at, unit, first);
                End(at, other, first);
                Tell(at, unit with { Name = "mới", ValidFrom = first });
                Tell(at, Into(unit, unit.Code, first, full: true), Into(other, unit.Code, first, full: true));
                break;
            case AreaChange.WrongMergerCorrected when unit != other && communes.Count > 2:
                var right = communes.First(one => one != unit && one != other);
                End(at, unit, first);
                Tell(at, Into(unit, other.Code, first, full: true));
                Tell(at + 5, Into(unit, other.Code, first, full: true) with { IsWithdrawn = true }, Into(unit, right.Code, first, full: true));
                break;
            case AreaChange.WrongUnitWithdrawn:
                var wrong = units[(New(at, unit, first), first)];
                Tell(at + 7, wrong with { IsWithdrawn = true });
                break;
            case AreaChange.CodeReused when units.Values.FirstOrDefault(one => one.Code.Length == 5 && one.ValidTo < first && !units.Values.Any(next =>
                next.Code == one.Code && !(next.ValidTo < first))) is { } gone && Living(2, first).FirstOrDefault() is { } province:
                Tell(at, Unit(gone.Code, province.Code) with { ValidFrom = first });
                break;
        }
    }

    /// <summary>A district or a province goes: everything in it begins anew, directly below the province or in the other province.</summary>
    void EndAbove(int at, int length, int which, DateOnly first)
    {
        var candidates = Living(length, first);
        if (candidates.Count < (length == 2 ? 2 : 1))
        {
            return;
        }

        var unit = candidates[which % candidates.Count];
        var target = length == 2 ? candidates[(which + 1) % candidates.Count].Code : unit.ParentCode!;
        var below = units.Values.Where(one => one.ParentCode == unit.Code && !one.IsWithdrawn && !(one.ValidTo < first)).ToList();
        if (below.Exists(one => one.ValidTo is not null || one.ValidFrom >= first))
        {
            return;
        }

        End(at, unit, first);
        foreach (var child in below)
        {
            End(at, child, first);
            Tell(at, child with { ParentCode = target, ValidFrom = first });
        }

        if (length == 2)
        {
            // Districts that were moved take their communes along under the same code.
            Tell(at, Into(unit, target, first, full: true));
        }
    }

    List<AreaUnit> Living(int length, DateOnly first) =>
        [.. units.Values.Where(unit => !unit.IsWithdrawn && unit.Code.Length == length && unit.ValidTo is null && !(unit.ValidFrom >= first)).OrderBy(unit => unit.Code, StringComparer.Ordinal)];

    string New(int at, AreaUnit like, DateOnly first)
    {
        var code = $"{++lastCode}";
        Tell(at, Unit(code, like.ParentCode!) with { ValidFrom = first });
        return code;
    }

    void End(int at, AreaUnit unit, DateOnly first) => Tell(at, unit with { ValidTo = first.AddDays(-1) });

    void Tell(int minute, params IReadOnlyList<AreaUnit> told)
    {
        foreach (var unit in told)
        {
            units[(unit.Code, unit.ValidFrom)] = unit;
            Told.Add((minute, unit));
        }
    }

    void Tell(int minute, params IReadOnlyList<AreaSuccession> told)
    {
        foreach (var succession in told)
        {
            successions[(succession.OldCode, succession.NewCode, succession.EffectiveOn)] = succession;
            Told.Add((minute, succession));
        }
    }

    static AreaSuccession Into(AreaUnit unit, string code, DateOnly first, bool full) => new(AreaLevel.Commune, unit.Code, code, full, first);

    static AreaUnit Unit(string code, string? parent) => new() { Code = code, Name = $"Đơn vị {code}", Type = "Thử", Level = AreaUnit.LevelOf(code)!.Value, ParentCode = parent };
}
