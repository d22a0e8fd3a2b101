using System.IO.Compression;
using System.Text;

namespace AnSinh.Reporting.Documents;

/// <summary>
/// Packs an Office document so that the same parts are the same bytes for ever and on every system: entries in the order of their names,
/// all of one moment, and stored as they are, since what a compressor makes of a text differs between its versions. Written by hand,
/// because the library's archives say on which system they were made.
/// </summary>
static class DeterministicPackage
{
    // 1980-01-01, where the days of zip files begin (APPNOTE 4.4.6): year 0, month 1, day 1.
    const ushort Day = 1 << 5 | 1;
    const ushort Version = 20;

    // Names are UTF-8 (bit 11 of the flags).
    const ushort Flags = 1 << 11;
    const string ContentTypes = "[Content_Types].xml";

    /// <summary>The package anew.</summary>
    /// <param name="package">As an Office library wrote it.</param>
    public static byte[] Of(byte[] package)
    {
        using var written = new MemoryStream(package.Length * 2);
        using var zip = new BinaryWriter(written);
        using var directory = new MemoryStream();
        using var central = new BinaryWriter(directory);
        using var from = new ZipArchive(new MemoryStream(package), ZipArchiveMode.Read);

        // Readers expect the content types first.
        foreach (var entry in from.Entries.OrderBy(entry => entry.FullName != ContentTypes).ThenBy(entry => entry.FullName, StringComparer.Ordinal))
        {
            var (name, content, start) = (Encoding.UTF8.GetBytes(entry.FullName), Read(entry), (uint)written.Position);
            zip.Write(0x04034b50u);
            WriteHeader(zip, name, content);
            zip.Write(name);
            zip.Write(content);

            central.Write(0x02014b50u);
            central.Write(Version);
            WriteHeader(central, name, content);
            central.Write(new byte[2 + 2 + 2 + 4]);
            central.Write(start);
            central.Write(name);
        }

        var begins = (uint)written.Position;
        zip.Write(directory.ToArray());
        zip.Write(0x06054b50u);
        zip.Write(0u);
        zip.Write((ushort)from.Entries.Count);
        zip.Write((ushort)from.Entries.Count);
        zip.Write((uint)directory.Length);
        zip.Write(begins);
        zip.Write((ushort)0);
        return written.ToArray();
    }

    /// <summary>What both headers of an entry say: version, flags, method, moment, checksum, sizes, lengths of name and of nothing more.</summary>
    static void WriteHeader(BinaryWriter header, byte[] name, byte[] content)
    {
        header.Write(Version);
        header.Write(Flags);
        header.Write((ushort)0);
        header.Write((ushort)0);
        header.Write(Day);
        header.Write(Crc32(content));
        header.Write((uint)content.Length);
        header.Write((uint)content.Length);
        header.Write((ushort)name.Length);
        header.Write((ushort)0);
    }

    static byte[] Read(ZipArchiveEntry entry)
    {
        using var content = new MemoryStream();
        using var from = entry.Open();
        from.CopyTo(content);
        return content.ToArray();
    }

    // ISO 3309, as zip files use it; documents are small, so bit by bit is fast enough.
    static uint Crc32(byte[] content)
    {
        var crc = uint.MaxValue;
        foreach (var one in content)
        {
            crc ^= one;
            for (var bit = 0; bit < 8; bit++)
            {
                crc = (crc & 1) == 0 ? crc >> 1 : crc >> 1 ^ 0xEDB88320;
            }
        }

        return ~crc;
    }
}
