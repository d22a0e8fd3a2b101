using System.Globalization;
using AnSinh.ServiceKit.Errors;

namespace AnSinh.ServiceKit.Requests;

/// <summary>Sizes of pages.</summary>
public static class PageSize
{
    /// <summary>Largest page.</summary>
    public const int Largest = 1_000;

    /// <summary>Size when none is asked for.</summary>
    public const int Default = 50;

    /// <summary>The size asked for.</summary>
    /// <param name="asked">As sent; 0 means <paramref name="byDefault"/>.</param>
    /// <param name="byDefault">Size when none is asked for.</param>
    /// <param name="largest">Largest allowed.</param>
    /// <exception cref="Refusal">INVALID_ARGUMENT <c>page_size.invalid</c>.</exception>
    public static int Of(int asked, int byDefault = Default, int largest = Largest) => asked == 0 ? byDefault
        : asked > 0 && asked <= largest ? asked
        : throw Refusal.Invalid(
            "page_size", "page_size.invalid", string.Create(CultureInfo.InvariantCulture, $"page_size là {asked}; cho phép từ 0 đến {largest}."));
}
