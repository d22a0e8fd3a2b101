using System.Buffers;
using AnSinh.Contracts.Reporting.V1;

namespace AnSinh.Reporting.Figures;

/// <summary>Writes the rows of one answer as a file, piece by piece; used once.</summary>
interface IFigureFile
{
    /// <summary>Media type.</summary>
    string ContentType { get; }

    /// <summary>End of the file's name, with its dot.</summary>
    string Extension { get; }

    /// <summary>Writes what stands before the rows.</summary>
    void Begin(IBufferWriter<byte> file);

    /// <summary>Takes the next rows.</summary>
    void Add(IReadOnlyList<FigureRow> rows, IBufferWriter<byte> file);

    /// <summary>Takes the next units that are kept apart; behind all rows.</summary>
    void AddApart(IReadOnlyList<FigureKeptApart> units, IBufferWriter<byte> file);

    /// <summary>Writes what stands behind the rows.</summary>
    void End(IBufferWriter<byte> file);
}
