using System.CommandLine;
using System.Globalization;
using AnSinh.AllInOne.Commands;
using AnSinh.Contracts.Reporting.V1;
using Grpc.Core;
using Grpc.Net.Client;

namespace AnSinh.AllInOne.Figures;

/// <summary><c>watch</c>: follows figures of a running platform until it is interrupted.</summary>
static class WatchCommand
{
    public static Command Create()
    {
        var question = new QuestionOptions();
        var server = ServerOptions.Server();
        var token = ServerOptions.Token();
        var command = new Command("watch", "Follows figures: first all of them, then each change.") { server, token };
        question.AddTo(command);
        command.SetAction((parsed, cancellationToken) => ServerOptions.GuardAsync(async () =>
        {
            using var channel = GrpcChannel.ForAddress(parsed.GetValue(server)!);
            var figures = new FigureService.FigureServiceClient(ServerOptions.Invoker(channel, parsed.GetValue(token)!));
            using var call = figures.WatchFigures(new WatchFiguresRequest { Question = question.Read(parsed) }, cancellationToken: cancellationToken);
            try
            {
                await FollowAsync(call.ResponseStream, cancellationToken);
            }
            catch (Exception ended) when (cancellationToken.IsCancellationRequested && ended is RpcException or OperationCanceledException)
            {
                // Interrupted by whoever watched: nothing went wrong.
            }

            return 0;
        }));
        return command;
    }

    static async Task FollowAsync(IAsyncStreamReader<WatchFiguresResponse> changes, CancellationToken cancellationToken)
    {
        if (await changes.MoveNext(cancellationToken))
        {
            FigureTable.Write(Console.Out, changes.Current.Rows);
            foreach (var line in changes.Current.KeptApart.SelectMany(FigureTable.Lines))
            {
                Console.WriteLine(line);
            }
        }

        while (await changes.MoveNext(cancellationToken))
        {
            var at = TimeProvider.System.GetLocalNow().ToString("HH:mm:ss", CultureInfo.InvariantCulture);
            foreach (var row in changes.Current.Rows)
            {
                Console.WriteLine($"{at}  {FigureTable.Line(row)}");
            }

            foreach (var row in changes.Current.Gone)
            {
                Console.WriteLine($"{at}  {FigureTable.Line(row)}không còn số liệu");
            }

            foreach (var line in changes.Current.KeptApart.SelectMany(FigureTable.Lines))
            {
                Console.WriteLine($"{at}  {line}");
            }

            foreach (var unit in changes.Current.KeptApartGone)
            {
                Console.WriteLine($"{at}  Để riêng: {unit.Period}  {unit.Area.Code} {unit.Area.DisplayName}: không còn số liệu");
            }
        }
    }
}
