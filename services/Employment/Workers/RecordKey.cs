using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace AnSinh.Employment.Workers;

/// <summary>
/// What makes two papers about a worker the same record. A worker with a citizen number is found first and told by the record's own key, so
/// that a paper with a former number meets the same record; one without a number is told by name, birth and commune, and by an ordinal.
/// </summary>
static class RecordKey
{
    /// <summary>Who, for a worker with a number.</summary>
    public static string OfWorker(Guid worker) => $"w:{worker:N}";

    /// <summary>The key.</summary>
    /// <param name="record">Kind of record, such as <c>counselling</c>.</param>
    /// <param name="person">From <see cref="OfWorker"/>, or from <see cref="Placements.NaturalKey"/> for somebody without a number.</param>
    /// <param name="day">Day of the record.</param>
    /// <param name="what">What else tells records apart.</param>
    /// <param name="ordinal">0 for the first of several that agree in everything.</param>
    public static byte[] Of(string record, string person, DateOnly day, string what, int ordinal) => SHA256.HashData(Encoding.UTF8.GetBytes(
        string.Create(CultureInfo.InvariantCulture, $"1\n{record}\n{person}\n{day:yyyyMMdd}\n{what}\n{ordinal}")));
}
