using AnSinh.Contracts.Child.V1;
using AnSinh.ServiceKit.Errors;

namespace AnSinh.ChildProtection.Reading;

/// <summary>What a record may be read for.</summary>
static class ReadPurposes
{
    /// <summary>Refuses a read that does not say what it is for.</summary>
    /// <exception cref="Refusal">INVALID_ARGUMENT <c>purpose.required</c>.</exception>
    public static void Require(ReadPurpose purpose)
    {
        if (purpose == ReadPurpose.Unspecified || !Enum.IsDefined(purpose))
        {
            throw Refusal.Invalid("purpose", "purpose.required", "Phải chọn mục đích xem hồ sơ trẻ em; mọi lần xem đều được ghi lại.");
        }
    }
}
