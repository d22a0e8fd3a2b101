using System.Security.Cryptography;
using System.Text;

namespace AnSinh.Reporting.AreaMaster;

/// <summary>
/// The UUID under which events speak of an area code. Units have no UUID of their own, and events of one code must keep their order, so
/// it is made from the code (UUIDv8: the first 16 bytes of the SHA-256).
/// </summary>
static class AreaSubject
{
    public static Guid Of(string areaCode)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(Encoding.ASCII.GetBytes("ansinh.area:" + areaCode), hash);
        hash[6] = (byte)(hash[6] & 0x0F | 0x80);
        hash[8] = (byte)(hash[8] & 0x3F | 0x80);
        return new Guid(hash[..16], bigEndian: true);
    }
}
