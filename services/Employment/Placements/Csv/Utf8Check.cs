using System.Text;
using System.Text.Unicode;

namespace AnSinh.Employment.Placements.Csv;

/// <summary>Whether a file is UTF-8. Spreadsheets also write UTF-16 and old code pages, in which Vietnamese letters would be read wrongly.</summary>
static class Utf8Check
{
    /// <summary>Reads the stream to its end and back to its beginning.</summary>
    /// <exception cref="CsvRefusedException">A line is not UTF-8: <c>csv.not_utf8</c> with line and byte.</exception>
    public static void Require(Stream stream)
    {
        var buffer = new byte[64 * 1024];
        var line = 1L;
        var length = 0;
        while (true)
        {
            var read = stream.Read(buffer, length, buffer.Length - length);
            var held = length + read;
            var start = 0;
            for (int end; (end = Array.IndexOf(buffer, (byte)'\n', start, held - start)) >= 0; start = end + 1, line++)
            {
                Check(buffer.AsSpan(start, end - start), line);
            }

            if (read == 0)
            {
                Check(buffer.AsSpan(start, held - start), line);
                stream.Position = 0;
                return;
            }

            length = held - start;
            Buffer.BlockCopy(buffer, start, buffer, 0, length);
            if (length == buffer.Length)
            {
                Array.Resize(ref buffer, buffer.Length * 2);
            }
        }
    }

    static void Check(ReadOnlySpan<byte> text, long line)
    {
        if (Utf8.IsValid(text))
        {
            return;
        }

        var at = 0;
        while (Rune.DecodeFromUtf8(text[at..], out _, out var used) == System.Buffers.OperationStatus.Done)
        {
            at += used;
        }

        throw new CsvRefusedException(new CsvProblem(
            line, at + 1, "", "csv.not_utf8", "tệp không phải UTF-8. Hãy lưu lại dưới dạng “CSV UTF-8”; cho phép có hoặc không có BOM."));
    }
}
