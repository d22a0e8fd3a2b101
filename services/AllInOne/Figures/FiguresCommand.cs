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
    };

    public static Command Create()
    {
        var question = new QuestionOptions();
        var format = new Option<string>("--format") { Description = "table, csv, json or sdmx (SDMX-JSON 2.1).", DefaultValueFactory = _ => Table };
        var server = ServerOptions.Server();
        var token = ServerOptions.Token();
        var command = new Command("figures", "Figures: indicators × periods × areas × dimensions.") { format, server, token };
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
                await WriteAsync(figures, new ExportFiguresRequest { Question = asked, Format = file }, cancellationToken);
            }

            return 0;
        }));
        return command;
    }

    static async Task PrintAsync(FigureService.FigureServiceClient figures, FigureQuestion asked, CancellationToken cancellationToken)
    {
        var rows = new List<FigureRow>();
        using var call = figures.StreamFigures(new StreamFiguresRequest { Question = asked }, cancellationToken: cancellationToken);
        await foreach (var piece in call.ResponseStream.ReadAllAsync(cancellationToken))
        {
            rows.AddRange(piece.Rows);
        }

        FigureTable.Write(Console.Out, rows);
    }

    static async Task WriteAsync(FigureService.FigureServiceClient figures, ExportFiguresRequest request, CancellationToken cancellationToken)
    {
        await using var output = Console.OpenStandardOutput();
        using var call = figures.ExportFigures(request, cancellationToken: cancellationToken);
        await foreach (var piece in call.ResponseStream.ReadAllAsync(cancellationToken))
        {
            await output.WriteAsync(piece.Data.Memory, cancellationToken);
        }
    }
}
