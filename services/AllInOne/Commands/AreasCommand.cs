using System.CommandLine;
using System.Globalization;
using AnSinh.Contracts.Reporting.V1;
using AnSinh.ServiceKit.Areas;
using AnSinh.ServiceKit.Requests;
using Grpc.Net.Client;
using Date = Google.Type.Date;

namespace AnSinh.AllInOne.Commands;

/// <summary><c>areas import</c>: sends the two CSV files of administrative units to a running platform.</summary>
static class AreasCommand
{
    const int RowsInMessage = 2_000;

    public static Command Create()
    {
        var server = ServerOptions.Server();
        var token = ServerOptions.Token();
        var units = new Option<FileInfo>("--units") { Description = $"CSV: {string.Join(",", AreaCsv.UnitColumns)}.", Required = true };
        var mergers = new Option<FileInfo?>("--mergers") { Description = $"CSV: {string.Join(",", AreaCsv.MergerColumns)}." };
        var effective = new Option<string>("--effective-on") { Description = "First day of the new units in the mergers file.", DefaultValueFactory = _ => "2025-07-01" };
        var dryRun = new Option<bool>("--dry-run") { Description = "Check everything, change nothing." };
        var import = new Command("import", "Imports administrative units and their mergers, all or nothing.") { units, mergers, effective, dryRun, server, token };
        import.SetAction((parsed, cancellationToken) => ServerOptions.GuardAsync(async () =>
        {
            if (!DateOnly.TryParseExact(parsed.GetValue(effective), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
            {
                throw new FormatException($"--effective-on: \"{parsed.GetValue(effective)}\" không phải là ngày yyyy-MM-dd.");
            }

            using var channel = GrpcChannel.ForAddress(parsed.GetValue(server)!);
            var client = new AreaService.AreaServiceClient(ServerOptions.Invoker(channel, parsed.GetValue(token)!));
            using var call = client.ImportAreas(cancellationToken: cancellationToken);
            foreach (var message in Messages(parsed.GetValue(units)!, parsed.GetValue(mergers), day, parsed.GetValue(dryRun)))
            {
                await call.RequestStream.WriteAsync(message, cancellationToken);
            }

            await call.RequestStream.CompleteAsync();
            return Print(await call.ResponseAsync);
        }));
        return new Command("areas", "Administrative units.") { import };
    }

    static IEnumerable<ImportAreasRequest> Messages(FileInfo units, FileInfo? mergers, DateOnly effectiveOn, bool dryRun)
    {
        using (var reader = new StreamReader(units.FullName))
        {
            foreach (var chunk in AreaCsv.ReadUnits(reader).Chunk(RowsInMessage))
            {
                yield return new ImportAreasRequest { FirstLine = chunk[0].Line, DryRun = dryRun, Areas = { chunk.Select(row => ToMessage(row.Unit)) } };
            }
        }

        if (mergers is not null)
        {
            using var reader = new StreamReader(mergers.FullName);
            foreach (var chunk in AreaCsv.ReadMergers(reader, effectiveOn).Chunk(RowsInMessage))
            {
                yield return new ImportAreasRequest { FirstLine = chunk[0].Line, DryRun = dryRun, Successions = { chunk.Select(row => ToMessage(row.Succession)) } };
            }
        }
    }

    static int Print(ImportAreasResponse response)
    {
        foreach (var refused in response.Refused)
        {
            foreach (var violation in refused.Violations)
            {
                Console.Error.WriteLine($"Dòng {refused.Line}, cột {violation.Field}: {violation.Description} ({violation.Reason})");
            }
        }

        var summary = response.Summary;
        Console.WriteLine(string.Create(
            CultureInfo.GetCultureInfo("vi-VN"),
            $"Đã nhận {summary.Received:N0} dòng: ghi {summary.Recorded:N0}, đã có {summary.AlreadyPresent:N0}, từ chối {summary.Refused:N0}, chưa ghi {summary.NotApplied:N0}."));
        return summary.Refused == 0 ? 0 : 1;
    }

    static Area ToMessage(AreaUnit unit) => new()
    {
        Code = unit.Code,
        DisplayName = unit.Name,
        Type = unit.Type,
        Level = Level(unit.Level),
        ParentCode = unit.ParentCode ?? "",
        ValidFrom = ToMessage(unit.ValidFrom),
        ValidTo = ToMessage(unit.ValidTo),
    };

    static Contracts.Reporting.V1.AreaSuccession ToMessage(ServiceKit.Areas.AreaSuccession succession) => new()
    {
        Level = Level(succession.Level),
        OldCode = succession.OldCode,
        NewCode = succession.NewCode,
        Full = succession.Full,
        EffectiveOn = ToMessage(succession.EffectiveOn),
    };

    static Contracts.Reporting.V1.AreaLevel Level(ServiceKit.Areas.AreaLevel level) => (Contracts.Reporting.V1.AreaLevel)(int)level;

    static Date? ToMessage(DateOnly? day) => day is { } on ? WireDate.Of(on) : null;
}
