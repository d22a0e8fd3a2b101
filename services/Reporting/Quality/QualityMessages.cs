using System.Text.Json;
using AnSinh.ServiceKit.Requests;
using Google.Protobuf.WellKnownTypes;
using Wire = AnSinh.Contracts.Reporting.V1;

namespace AnSinh.Reporting.Quality;

/// <summary>Rules and findings as messages.</summary>
static class QualityMessages
{
    /// <summary>Collection in resource names.</summary>
    public const string Collection = "qualityFindings";

    public static Wire.QualityFinding Of(QualityFinding finding, string etag) => new()
    {
        Name = ResourceName.Format(Collection, finding.Id),
        Rule = finding.Rule,
        Kind = (Wire.QualityKind)finding.Kind,
        RuleText = finding.RuleText,
        Indicator = finding.Indicator,
        AreaCode = finding.AreaCode,
        Period = finding.Period,
        Source = finding.Source,
        Owner = finding.Owner,
        State = (Wire.QualityState)finding.State,
        Message = finding.Message,
        Values = { JsonSerializer.Deserialize<SeenValue[]>(finding.Values)!.Select(Of) },
        Reason = finding.Reason,
        FoundTime = Timestamp.FromDateTimeOffset(finding.FoundAt),
        SeenTime = Timestamp.FromDateTimeOffset(finding.SeenAt),
        Etag = etag,
    };

    public static Wire.QualityRule Of(QualityRule rule) => new()
    {
        Code = rule.Code,
        Kind = (Wire.QualityKind)rule.Kind,
        NameVi = rule.NameVi,
        TextVi = rule.TextVi,
        Indicators = { rule.Indicators.Select(indicator => indicator.Code) },
        Basis = rule.Basis,
    };

    static Wire.SeenValue Of(SeenValue value) => new() { Label = value.Label, Exact = value.Exact, Printed = value.Printed };
}
