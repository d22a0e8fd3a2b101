using System.Buffers;
using System.Text;
using AnSinh.Contracts.Reporting.V1;
using Google.Protobuf;

namespace AnSinh.Reporting.Figures;

/// <summary>Rows as an array in proto JSON.</summary>
sealed class JsonFile : IFigureFile
{
    bool some;

    public string ContentType => "application/json";

    public string Extension => ".json";

    public void Begin(IBufferWriter<byte> file) => file.Write("["u8);

    public void Add(IReadOnlyList<FigureRow> rows, IBufferWriter<byte> file)
    {
        foreach (var row in rows)
        {
            Encoding.UTF8.GetBytes((some ? ",\n" : "\n") + JsonFormatter.Default.Format(row), file);
            some = true;
        }
    }

    public void AddApart(IReadOnlyList<FigureKeptApart> units, IBufferWriter<byte> file) =>
        Add([.. units.Select(unit => new FigureRow { KeptApart = unit })], file);

    public void End(IBufferWriter<byte> file) => file.Write("\n]\n"u8);
}
