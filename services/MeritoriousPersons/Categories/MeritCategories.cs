using System.Globalization;
using AnSinh.Contracts.Merit.V1;
using AnSinh.ServiceKit.Requests;

namespace AnSinh.MeritoriousPersons.Categories;

/// <summary>A category of persons with merit, with its validity.</summary>
/// <param name="Code">Code, such as <c>NCC07</c>.</param>
/// <param name="Clause">Clause of the article.</param>
/// <param name="NameVi">Name in Vietnamese.</param>
/// <param name="NameEn">Name in English.</param>
/// <param name="ValidFrom">First day of the law.</param>
/// <param name="ValidTo">Last day; null while in force.</param>
/// <param name="LegalBasis">Law and article.</param>
public sealed record MeritCategory(string Code, string Clause, string NameVi, string NameEn, DateOnly ValidFrom, DateOnly? ValidTo, string LegalBasis);

/// <summary>
/// The categories of Ordinance 02/2020/UBTVQH14, Article 3, as a dated list. Persons recognised under the ordinances before keep their
/// category under it, so a record of before its first day names the same codes.
/// </summary>
public static class MeritCategories
{
    /// <summary>All, in the order of the Ordinance.</summary>
    public static IReadOnlyList<MeritCategory> All { get; } = [.. DataFile.Rows("AnSinh.MeritoriousPersons.Categories.categories.csv").Select(Read)];

    /// <summary>Whether a code is one of the list.</summary>
    public static bool Known(string code) => All.Any(category => category.Code == code);

    /// <summary>Lists them.</summary>
    public static ListMeritCategoriesResponse List(ListMeritCategoriesRequest request)
    {
        var size = PageSize.Of(request.PageSize);
        var skip = PageToken.Read(request, request.PageToken, parts: 1) is { } after ? int.Parse(after[0], CultureInfo.InvariantCulture) : 0;
        return new ListMeritCategoriesResponse
        {
            Categories = { All.Skip(skip).Take(size).Select(ToMessage) },
            NextPageToken = skip + size < All.Count ? PageToken.Make(request, (skip + size).ToString(CultureInfo.InvariantCulture)) : "",
        };
    }

    static Contracts.Merit.V1.MeritCategory ToMessage(MeritCategory category) => new()
    {
        Code = category.Code,
        Clause = category.Clause,
        DisplayName = category.NameVi,
        DisplayNameEn = category.NameEn,
        ValidFrom = WireDate.Of(category.ValidFrom),
        ValidTo = category.ValidTo is { } last ? WireDate.Of(last) : null,
        LegalBasis = category.LegalBasis,
    };

    static MeritCategory Read(string[] cells) => new(
        cells[0], cells[1], cells[2], cells[3], Day(cells[4]), cells[5].Length > 0 ? Day(cells[5]) : null, cells[6]);

    static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
