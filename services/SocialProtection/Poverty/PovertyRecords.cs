using System.Security.Cryptography;
using System.Text;
using AnSinh.ServiceKit.Imports;
using AnSinh.ServiceKit.Persistence;

namespace AnSinh.SocialProtection.Poverty;

/// <summary>One survey of an area.</summary>
public sealed class PovertySurvey : IVersioned
{
    /// <summary>Key.</summary>
    public required Guid Id { get; init; }

    /// <summary>Area surveyed.</summary>
    public required string AreaCode { get; init; }

    /// <summary>Day from which its lists are in force.</summary>
    public DateOnly InForceFrom { get; init; }

    /// <summary>Poverty standard.</summary>
    public required string Standard { get; init; }

    /// <summary>When the record was made, UTC.</summary>
    public DateTimeOffset CreatedAt { get; init; }

    /// <inheritdoc/>
    public int Version { get; set; }
}

/// <summary>One household in a survey, with its form.</summary>
public sealed class Household : INaturalRecord
{
    /// <summary>Key.</summary>
    public required Guid Id { get; init; }

    /// <summary>SHA-256 of survey, commune and number; unique.</summary>
    public required byte[] NaturalKey { get; init; }

    /// <summary>Survey.</summary>
    public Guid SurveyId { get; init; }

    /// <summary>Number in its commune.</summary>
    public required string HouseholdNo { get; init; }

    /// <summary>Commune, as it was on the survey's day of force.</summary>
    public required string AreaCode { get; init; }

    /// <summary>Day of force of the survey, on which the commune bore its code.</summary>
    public DateOnly InForceFrom { get; init; }

    /// <summary>Urban or rural.</summary>
    public Settlement Settlement { get; init; }

    /// <summary>People in the household.</summary>
    public int Size { get; init; }

    /// <summary>Monthly income per head in VND.</summary>
    public long IncomePerHeadVnd { get; init; }

    /// <summary>Answers: bit n is set when the household is deprived by question n, from 0.</summary>
    public int Answers { get; init; }

    /// <summary>Class by the survey's standard.</summary>
    public PovertyClass Class { get; init; }

    /// <summary>Whether another form says the same.</summary>
    public bool SaysAs(Household other) =>
        (Settlement, Size, IncomePerHeadVnd, Answers) == (other.Settlement, other.Size, other.IncomePerHeadVnd, other.Answers);

    /// <summary>Natural key of a household.</summary>
    public static byte[] KeyOf(Guid survey, string areaCode, string number) => SHA256.HashData(Encoding.UTF8.GetBytes($"f\n{survey:N}\n{areaCode}\n{number}"));
}

/// <summary>A member of a household whom the form names.</summary>
public sealed class HouseholdMember
{
    /// <summary>Household.</summary>
    public required Guid HouseholdId { get; init; }

    /// <summary>Person.</summary>
    public required Guid PersonId { get; init; }

    /// <summary>Person key.</summary>
    public required string PersonKey { get; init; }
}

/// <summary>The approved list of a commune.</summary>
public sealed class PovertyList
{
    /// <summary>Key.</summary>
    public required Guid Id { get; init; }

    /// <summary>Survey.</summary>
    public Guid SurveyId { get; init; }

    /// <summary>Commune.</summary>
    public required string AreaCode { get; init; }

    /// <summary>First day in force.</summary>
    public DateOnly InForceFrom { get; init; }

    /// <summary>Decision.</summary>
    public required string DecisionNo { get; init; }

    /// <summary>Day of the decision.</summary>
    public DateOnly ApprovedOn { get; init; }

    /// <summary>Account that approved it.</summary>
    public required string ApprovedBy { get; init; }

    /// <summary>Poor households.</summary>
    public long Poor { get; init; }

    /// <summary>Near-poor households.</summary>
    public long NearPoor { get; init; }

    /// <summary>Households of average standard.</summary>
    public long Average { get; init; }

    /// <summary>Households above.</summary>
    public long AboveAverage { get; init; }
}
