using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace AnSinh.VocationalTraining.Enrolments;

/// <summary>
/// What makes two papers the same enrolment: who, which programme, when. The person is found first (by number, or by name, birth and
/// commune), so the same file imported again meets its records.
/// </summary>
public static class EnrolmentKey
{
    /// <summary>The key.</summary>
    /// <param name="person">Trainee.</param>
    /// <param name="programme">Programme enrolled in.</param>
    /// <param name="enrolledOn">Day of enrolment.</param>
    /// <param name="ordinal">0 for the first; those before it were voided.</param>
    public static byte[] Of(Guid person, Guid programme, DateOnly enrolledOn, int ordinal) => SHA256.HashData(Encoding.ASCII.GetBytes(
        string.Create(CultureInfo.InvariantCulture, $"1\n{person:N}\n{programme:N}\n{enrolledOn:yyyyMMdd}\n{ordinal}")));
}
