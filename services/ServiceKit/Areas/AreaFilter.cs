using System.Linq.Expressions;
using AnSinh.ServiceKit.Errors;
using AnSinh.ServiceKit.Identity;
using Microsoft.EntityFrameworkCore;

namespace AnSinh.ServiceKit.Areas;

/// <summary>
/// The communes that a list may show, as a condition in SQL: those within the caller's areas and the area asked for, each on the days on
/// which it lay there, since codes are used again and units change hands.
/// </summary>
public sealed class AreaFilter
{
    static readonly DateOnly Always = DateOnly.MaxValue;

    readonly IReadOnlyList<(DateOnly From, DateOnly To, List<string> Codes)>? spans;

    AreaFilter(IReadOnlyList<(DateOnly From, DateOnly To, List<string> Codes)>? spans) => this.spans = spans;

    /// <summary>The filter of a list.</summary>
    /// <param name="areas">The administrative units.</param>
    /// <param name="scope">The caller's areas.</param>
    /// <param name="areaCode">Area asked for; empty for all of the caller's.</param>
    /// <exception cref="Refusal">INVALID_ARGUMENT <c>area.unknown</c>; PERMISSION_DENIED <c>area.out_of_scope</c> when nothing of the area
    /// lies in the caller's areas.</exception>
    public static AreaFilter Of(AreaDirectory areas, AreaScope scope, string areaCode)
    {
        if (areaCode.Length > 0 && !areas.Known(areaCode))
        {
            throw Refusal.Invalid("area_code", "area.unknown", $"Không có địa bàn nào mang mã “{(areaCode.Length <= 20 ? areaCode : areaCode[..20])}”.");
        }

        if (scope.IsUnrestricted)
        {
            return areaCode.Length == 0 ? new AreaFilter(null) : new AreaFilter(Group(CommunesOf(areas, [areaCode])));
        }

        var allowed = CommunesOf(areas, scope.Codes);
        if (areaCode.Length == 0)
        {
            return new AreaFilter(Group(allowed));
        }

        var both = Intersect(allowed, CommunesOf(areas, [areaCode])).ToList();
        return both.Count > 0 ? new AreaFilter(Group(both)) : throw AreaScope.OutOfScope(areaCode);
    }

    /// <summary>Applies the filter.</summary>
    /// <param name="rows">Rows.</param>
    /// <param name="code">Commune of a row.</param>
    /// <param name="day">Day on which the commune bore that code.</param>
    public IQueryable<TRow> Apply<TRow>(IQueryable<TRow> rows, Expression<Func<TRow, string>> code, Expression<Func<TRow, DateOnly>> day)
    {
        if (spans is null)
        {
            return rows;
        }

        var row = code.Parameters[0];
        Expression condition = Expression.Constant(false);
        foreach (var (from, to, codes) in spans)
        {
            Expression<Func<string, DateOnly, bool>> span = (from, to) switch
            {
                _ when from == DateOnly.MinValue && to == Always => (c, d) => EF.Parameter(codes).Contains(c),
                _ when from == DateOnly.MinValue => (c, d) => EF.Parameter(codes).Contains(c) && d <= to,
                _ when to == Always => (c, d) => EF.Parameter(codes).Contains(c) && d >= from,
                _ => (c, d) => EF.Parameter(codes).Contains(c) && d >= from && d <= to,
            };
            var inRow = new Replace(new Dictionary<Expression, Expression>
            {
                [span.Parameters[0]] = code.Body,
                [span.Parameters[1]] = new Replace(new Dictionary<Expression, Expression> { [day.Parameters[0]] = row }).In(day.Body),
            }).In(span.Body);
            condition = condition is ConstantExpression ? inRow : Expression.OrElse(condition, inRow);
        }

        return rows.Where(Expression.Lambda<Func<TRow, bool>>(condition, row));
    }

    static List<(string Code, DateOnly From, DateOnly To)> CommunesOf(AreaDirectory areas, IEnumerable<string> roots)
    {
        var communes = new List<(string, DateOnly, DateOnly)>();
        foreach (var unit in roots.SelectMany(areas.History))
        {
            Collect(areas, unit, unit.ValidFrom ?? DateOnly.MinValue, unit.ValidTo ?? Always, communes);
        }

        return communes;
    }

    static void Collect(AreaDirectory areas, AreaUnit unit, DateOnly from, DateOnly to, List<(string, DateOnly, DateOnly)> communes)
    {
        if (unit.Level == AreaLevel.Commune)
        {
            communes.Add((unit.Code, from, to));
            return;
        }

        foreach (var child in areas.ChildrenEver(unit.Code))
        {
            var childFrom = Later(from, child.ValidFrom ?? DateOnly.MinValue);
            var childTo = Earlier(to, child.ValidTo ?? Always);
            if (childFrom <= childTo)
            {
                Collect(areas, child, childFrom, childTo, communes);
            }
        }
    }

    static IEnumerable<(string Code, DateOnly From, DateOnly To)> Intersect(
        List<(string Code, DateOnly From, DateOnly To)> left, List<(string Code, DateOnly From, DateOnly To)> right) =>
        from one in left
        join other in right on one.Code equals other.Code
        let span = (one.Code, From: Later(one.From, other.From), To: Earlier(one.To, other.To))
        where span.From <= span.To
        select span;

    static List<(DateOnly, DateOnly, List<string>)> Group(IEnumerable<(string Code, DateOnly From, DateOnly To)> communes) =>
        [.. communes.Distinct().GroupBy(one => (one.From, one.To)).Select(group => (group.Key.From, group.Key.To, group.Select(one => one.Code).ToList()))];

    static DateOnly Later(DateOnly left, DateOnly right) => left > right ? left : right;

    static DateOnly Earlier(DateOnly left, DateOnly right) => left < right ? left : right;

    sealed class Replace(IReadOnlyDictionary<Expression, Expression> by) : ExpressionVisitor
    {
        public override Expression? Visit(Expression? node) => node is not null && by.TryGetValue(node, out var other) ? other : base.Visit(node);

        public Expression In(Expression body) => Visit(body)!;
    }
}
