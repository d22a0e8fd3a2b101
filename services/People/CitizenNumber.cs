using AnSinh.ServiceKit.Requests;

namespace AnSinh.People;

/// <summary>
/// Citizen number (số định danh cá nhân): PPP province of birth registration, G century and sex, YY year of birth, six random digits;
/// no check digit (Decree 137/2015, Circular 07/2016). An attribute that the law lets be replaced, never a key.
/// </summary>
public readonly record struct CitizenNumber
{
    /// <summary>Digits of a number.</summary>
    public const int Length = 12;

    readonly string digits;

    CitizenNumber(string digits) => this.digits = digits;

    /// <summary>The 12 digits.</summary>
    public string Digits => digits ?? throw new InvalidOperationException("No number.");

    /// <summary>Province or country of birth registration: 001 to 096 for the 63 provinces, their codes of before 1 July 2025.</summary>
    public string Registry => Digits[..3];

    /// <summary>Sex that the number tells: even 3 + century digit for men, odd for women.</summary>
    public Sex Sex => (Digits[3] - '0') % 2 == 0 ? Sex.Male : Sex.Female;

    /// <summary>Year of birth that the number tells, 1900 to 2399.</summary>
    public int BirthYear => 1900 + (Digits[3] - '0') / 2 * 100 + (Digits[4] - '0') * 10 + (Digits[5] - '0');

    /// <summary>The number as those see it who may not see identities: first three and last two digits.</summary>
    public string Masked => string.Concat(Digits.AsSpan(0, 3), "*******", Digits.AsSpan(10));

    /// <summary>Reads a number that was checked before, such as one from the database.</summary>
    public static CitizenNumber Known(string digits) => new(digits);

    /// <summary>Reads a number.</summary>
    /// <param name="text">As sent.</param>
    /// <param name="today">Today, which no birth can be after.</param>
    /// <param name="number">The number.</param>
    /// <returns>Null, or the code of the rule that the text breaks.</returns>
    public static string? TryRead(string text, DateOnly today, out CitizenNumber number)
    {
        number = default;
        if (text.Length != Length || !IsDigits(text))
        {
            return "citizen_number_malformed";
        }

        var read = new CitizenNumber(text);
        if (text.StartsWith("000", StringComparison.Ordinal) || read.BirthYear > today.Year)
        {
            return "citizen_number_impossible";
        }

        number = read;
        return null;
    }

    /// <summary>
    /// What is odd about the number without making it wrong: registers hold mistakes and reassigned numbers, so these do not stop a record.
    /// </summary>
    /// <param name="sex">Sex as registered.</param>
    /// <param name="birth">Date of birth as registered; null when not known.</param>
    /// <param name="registries">Codes of the provinces that register births.</param>
    /// <returns>Texts in Vietnamese; none when nothing is odd.</returns>
    public IEnumerable<string> Oddities(Sex sex, PartialDate? birth, RegistryCodes registries)
    {
        if (!registries.Contains(Registry))
        {
            yield return $"Ba số đầu {Registry} của số định danh không phải là mã của một trong 63 tỉnh nơi đăng ký khai sinh.";
        }

        if (sex != Sex.Unknown && sex != Sex)
        {
            yield return $"Giới tính đã ghi không khớp với số định danh ({(Sex == Sex.Male ? "nam" : "nữ")}).";
        }

        if (birth is { } date && date.Year != BirthYear)
        {
            yield return $"Năm sinh đã ghi không khớp với số định danh ({BirthYear}).";
        }
    }

    /// <summary>The number masked: a number must not reach a log by accident.</summary>
    public override string ToString() => digits is null ? "" : Masked;

    static bool IsDigits(string text)
    {
        foreach (var letter in text)
        {
            if (!char.IsAsciiDigit(letter))
            {
                return false;
            }
        }

        return true;
    }
}
