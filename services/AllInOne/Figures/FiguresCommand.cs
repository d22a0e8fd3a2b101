using System.CommandLine;
using AnSinh.AllInOne.Commands;
using AnSinh.Contracts.Reporting.V1;
using Grpc.Core;
using Grpc.Net.Client;

namespace AnSinh.AllInOne.Figures;

/// <summary><c>figures</c>: any figures of a running platform, as a table or as a file.</summary>
static class FiguresCommand
{
    const string Table = "table";

    static readonly Dictionary<string, FigureFormat> formats = new(StringComparer.Ordinal)
    {
        ["csv"] = FigureFormat.Csv,
        ["json"] = FigureFormat.Json,
        ["sdmx"] = FigureFormat.SdmxJson,
        ["xlsx"] = FigureFormat.Xlsx,
    };

    public static Command Create()
    {
        var question = new QuestionOptions();
        var format = new Option<string>("--format") { Description = "table, csv, json, sdmx (SDMX-JSON 2.1) or xlsx (with --out).", DefaultValueFactory = _ => Table };
        var path = new Option<string?>("--out") { Description = "File to write; without it what is not a workbook goes to standard output." };
        var server = ServerOptions.Server();
        var token = ServerOptions.Token();
        var command = new Command("figures", "Figures: indicators × periods × areas × dimensions.") { format, path, server, token };
        question.AddTo(command);
        command.SetAction((parsed, cancellationToken) => ServerOptions.GuardAsync(async () =>
        {
            var (asked, chosen) = (question.Read(parsed), parsed.GetValue(format)!);
            using var channel = GrpcChannel.ForAddress(parsed.GetValue(server)!);
            var figures = new FigureService.FigureServiceClient(ServerOptions.Invoker(channel, parsed.GetValue(token)!));
            if (chosen == Table)
            {
                await PrintAsync(figures, asked, cancellationToken);
            }
            else
            {
                var file = formats.TryGetValue(chosen, out var known) ? known
                    : throw new FormatException($"--format: “{chosen}”; cho phép: {string.Join(", ", formats.Keys.Prepend(Table))}.");
                var to = parsed.GetValue(path) ?? (file == FigureFormat.Xlsx ? throw new FormatException("--format xlsx: hãy ghi tên tệp bằng --out.") : null);
                await WriteAsync(figures, new ExportFiguresRequest { Question = asked, Format = file }, to, cancellationToken);
            }

            return 0;
        }));
        return command;
    }

    static async Task PrintAsync(FigureService.FigureServiceClient figures, FigureQuestion asked, CancellationToken cancellationToken)
    {
        var rows = new List<FigureRow>();
        using var call = figures.StreamFigures(new StreamFiguresRequest { Question = asked }, cancellationToken: cancellationToken);
        var apart = new List<FigureKeptApart>();
        await foreach (var piece in call.ResponseStream.ReadAllAsync(cancellationToken))
        {
            rows.AddRange(piece.Rows);
            apart.AddRange(piece.KeptApart);
        }

        FigureTable.Write(Console.Out, rows);
        foreach (var line in apart.SelectMany(FigureTable.Lines))
        {
            Console.WriteLine(line);
        }
    }

    static async Task WriteAsync(FigureService.FigureServiceClient figures, ExportFiguresRequest request, string? path, CancellationToken cancellationToken)
    {
        using var call = figures.ExportFigures(request, cancellationToken: cancellationToken);
        // What is refused leaves the file as it was: the first piece comes only for a question that is answered.
        var some = await call.ResponseStream.MoveNext(cancellationToken);
        await using var output = path is null ? Console.OpenStandardOutput() : File.Create(path);
        for (; some; some = await call.ResponseStream.MoveNext(cancellationToken))
        {
            await output.WriteAsync(call.ResponseStream.Current.Data.Memory, cancellationToken);
        }
    }
}
