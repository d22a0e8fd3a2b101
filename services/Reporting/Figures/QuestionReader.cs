using System.Globalization;
using AnSinh.Reporting.Catalogue;
using AnSinh.Reporting.Data;
using AnSinh.Reporting.Indicators;
using AnSinh.Reporting.Ledger;
using AnSinh.Reporting.Periods;
using AnSinh.ServiceKit.Errors;
using Wire = AnSinh.Contracts.Reporting.V1;

namespace AnSinh.Reporting.Figures;

/// <summary>Reads questions about figures and refuses what cannot be answered, before anything is computed.</summary>
/// <param name="db">The scope's database.</param>
/// <param name="catalogue">The indicators.</param>
/// <param name="subject">Reads indicators and periods.</param>
/// <param name="history">The units as known at a moment.</param>
/// <param name="imported">Units that another instance has imported.</param>
/// <param name="time">Clock.</param>
public sealed class QuestionReader(
    ReportingDb db, IndicatorCatalogue catalogue, FigureSubject subject, AreaHistory history, ImportedAreas imported, TimeProvider time)
{
    /// <summary>Most indicators in one question.</summary>
    public const int MostIndicators = 200;

    /// <summary>Most periods in one question.</summary>
    public const int MostPeriods = 60;

    const int MostDimensions = 2;

    static readonly CultureInfo vietnamese = CultureInfo.GetCultureInfo("vi-VN");

    /// <summary>Reads a question.</summary>
    /// <param name="question">As sent.</param>
    /// <param name="most">Most cells that may be asked for.</param>
    /// <param name="instead">What to do with a larger question, in Vietnamese.</param>
    /// <param name="cancellationToken">Ends the work early.</param>
    /// <exception cref="Refusal">As the contract says.</exception>
    public async Task<AskedFigures> ReadAsync(Wire.FigureQuestion? question, long most, string instead, CancellationToken cancellationToken)
    {
        if (question is null)
        {
            throw Refusal.Invalid("question", "question.missing", "Chưa có câu hỏi.");
        }

        await imported.RefreshAsync(db, cancellationToken);
        var indicators = Indicators(question);
        var view = ViewMessages.Of(question.View, "question.view", time);
        // A unit that had not been told of, or that was told of wrongly, is seen as it was known then, with its name of then.
        var windows = await history.AsKnownAsync(db, view.AsOf, cancellationToken);
        var tree = new AreaTree(windows.Areas);
        var key = await AreaKeyShares.FindAsync(db, view, cancellationToken);
        var asked = new AskedFigures
        {
            Indicators = indicators,
            Tree = tree,
            Dimensions = Dimensions(question, indicators),
            View = view,
            Periods = [.. new AreaChoice(tree).Of(question, Periods(question), view).Select(one => one with { Apart = Apart(one) })],
            Compared = question.Compare,
        };
        return asked.Cells <= most
            ? asked
            : throw Refusal.Invalid(
                "question", "figures.too_many_cells", string.Create(vietnamese, $"Câu hỏi có {asked.Cells:N0} ô; cho phép nhiều nhất {most:N0}. {instead}"));

        IReadOnlyList<KeptApart> Apart(AskedPeriod one) => KeptApart.Of(windows, view, key, one.Areas.SelectMany(area => area.Scopes).Distinct(), one.Period);
    }

    IReadOnlyList<IndicatorDefinition> Indicators(Wire.FigureQuestion question)
    {
        if (question.Owner.Length > 0 && question.Indicators.Count > 0)
        {
            throw Refusal.Invalid("question.owner", "indicators.and_owner", "Chỉ ghi mã chỉ tiêu hoặc đơn vị phụ trách, không ghi cả hai.");
        }

        if (question.Owner.Length > 0)
        {
            var owned = catalogue.Indicators.Where(indicator => indicator.Owner == question.Owner).OrderBy(indicator => indicator.Code, StringComparer.Ordinal).ToList();
            return owned.Count > 0 ? owned : throw Refusal.Invalid(
                "question.owner",
                "owner.unknown",
                $"Không có chỉ tiêu nào do “{question.Owner}” phụ trách; cho phép: {string.Join(", ", catalogue.Indicators.Select(indicator => indicator.Owner).Distinct())}.");
        }

        return question.Indicators.Count is 0 or > MostIndicators
            ? throw Refusal.Invalid("question.indicators", "indicators.count", $"Có {question.Indicators.Count} chỉ tiêu trong câu hỏi; cho phép từ 1 đến {MostIndicators}.")
            : [.. question.Indicators.Select((code, index) => subject.Indicator(code, $"question.indicators[{index}]")).Distinct()];
    }

    static List<Period> Periods(Wire.FigureQuestion question) => question.Periods.Count is 0 or > MostPeriods
        ? throw Refusal.Invalid("question.periods", "periods.count", $"Có {question.Periods.Count} kỳ trong câu hỏi; cho phép từ 1 đến {MostPeriods}.")
        : [.. question.Periods.Select(FigureSubject.Period).Distinct()];

    static List<string> Dimensions(Wire.FigureQuestion question, IReadOnlyList<IndicatorDefinition> indicators)
    {
        if (question.Dimensions.Count > MostDimensions)
        {
            throw Refusal.Invalid("question.dimensions", "dimensions.count", $"Có {question.Dimensions.Count} chiều trong câu hỏi; cho phép nhiều nhất {MostDimensions}.");
        }

        if (question.Dimensions.Distinct(StringComparer.Ordinal).Count() < question.Dimensions.Count)
        {
            throw Refusal.Invalid("question.dimensions", "dimension.repeated", $"Chiều “{question.Dimensions[0]}” được ghi hai lần.");
        }

        var common = indicators.Skip(1).Aggregate(indicators[0].Dimensions, (known, indicator) => [.. known.Intersect(indicator.Dimensions, StringComparer.Ordinal)]);
        return question.Dimensions.FirstOrDefault(dimension => !common.Contains(dimension)) is not { } unknown
            ? [.. question.Dimensions]
            : throw Refusal.Invalid(
                "question.dimensions",
                "dimension.unknown",
                $"Không phải chỉ tiêu nào được hỏi cũng có chiều “{unknown}”; cho phép: {(common.Count > 0 ? string.Join(", ", common) : "không có chiều chung")}.");
    }
}
