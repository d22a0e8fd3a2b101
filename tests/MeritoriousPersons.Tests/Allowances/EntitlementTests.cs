using AnSinh.Contracts.Common.V1;
using AnSinh.Contracts.Payments.V1;
using AnSinh.MeritoriousPersons.Tests.Hosting;
using AnSinh.Testing;
using Grpc.Core;
using Shouldly;
using Xunit;
using static AnSinh.MeritoriousPersons.Tests.Allowances.AllowanceHost;

namespace AnSinh.MeritoriousPersons.Tests.Allowances;

public sealed class EntitlementTests
{
    [Fact]
    public async Task Start_RefusesWhatHasNoLevel_IsExcluded_OrIsThere()
    {
        await using var service = await AllowanceHost.StartAsync(2023, 8, 10);
        var person = Samples.Person(Commune);
        var first = await service.StartAsync(Content(202307, "TB-061", person.Clone()));
        first.ReportCategory.ShouldBe("TB");
        first.State.ShouldBe(EntitlementState.Active);
        await Refused.Field(Starting(Content(202307, "XX-1")), "entitlement.category", "rate.missing");
        await Refused.Field(Starting(Content(201001)), "entitlement.category", "rate.missing");
        await Refused.With(Starting(Content(202307, "TB-061", person.Clone())), StatusCode.AlreadyExists, "entitlement.duplicate");
        var excluded = await Refused.With(Starting(Content(202308, "TB-071", person.Clone())), StatusCode.FailedPrecondition, "entitlement.excluded_by");
        excluded.Message.ShouldContain("TB-061");
        (await service.StartAsync(Content(202307, "LS.tuat", person.Clone()))).State.ShouldBe(EntitlementState.Active);
        (await service.Allowances.ListEntitlementsAsync(new ListEntitlementsRequest { AreaCode = "42" })).Entitlements.Count.ShouldBe(2);

        AsyncUnaryCall<Entitlement> Starting(Entitlement content) =>
            service.Allowances.StartEntitlementAsync(new StartEntitlementRequest { Entitlement = content, RequestId = Id() });
    }

    [Fact]
    public async Task Start_WithBadContent_NamesTheFields()
    {
        await using var service = await AllowanceHost.StartAsync(2023, 8, 10);
        await BadAsync(content => content.AreaCode = "99999", "entitlement.area_code", "area.unknown");
        await BadAsync(content => content.StartMonth = null, "entitlement.start_month", "month.required");
        await BadAsync(content => content.EndMonth = Month(202306), "entitlement.end_month", "entitlement.end_before_start");
        await BadAsync(content => content.Channel = PaymentChannel.Bank, "entitlement.account", "entitlement.account_invalid");
        await BadAsync(content => content.Account = "0123456789", "entitlement.account", "entitlement.account_of_cash");
        await BadAsync(content => content.MultiplierThousandths = -1, "entitlement.multiplier_thousandths", "entitlement.multiplier_invalid");
        await BadAsync(content => content.DecisionNo = " ", "entitlement.decision_no", "entitlement.decision_required");
        await BadAsync(content => content.Person.FullName = "", "entitlement.person.full_name", "person.full_name_invalid");

        async Task BadAsync(Action<Entitlement> spoil, string field, string code)
        {
            var content = Content(202307);
            spoil(content);
            await Refused.Field(service.Allowances.StartEntitlementAsync(new StartEntitlementRequest { Entitlement = content, RequestId = Id() }), field, code);
        }
    }

    /// <summary>State × action: what is refused, and what follows.</summary>
    [Fact]
    public async Task Turns_AreThoseOfTheState()
    {
        await using var service = await AllowanceHost.StartAsync(2023, 8, 10);
        var one = await service.StartAsync(Content(202307));
        await Refused.With(ResumeAsync(), StatusCode.FailedPrecondition, "entitlement.not_suspended");
        one = await SuspendAsync();
        one.State.ShouldBe(EntitlementState.Suspended);
        await Refused.With(SuspendAsync(), StatusCode.FailedPrecondition, "entitlement.not_active");
        await Refused.With(ChangeAsync(), StatusCode.FailedPrecondition, "entitlement.not_active");
        one = await ResumeAsync();
        one.State.ShouldBe(EntitlementState.Active);
        var next = await ChangeAsync();
        next.Category.ShouldBe("TB-071");
        one = await service.Allowances.GetEntitlementAsync(new GetEntitlementRequest { Name = one.Name });
        one.State.ShouldBe(EntitlementState.Stopped);
        one.EndMonth.ShouldBe(Month(202309));
        await Refused.With(SuspendAsync(), StatusCode.FailedPrecondition, "entitlement.stopped");
        await Refused.With(ResumeAsync(), StatusCode.FailedPrecondition, "entitlement.stopped");
        await Refused.With(StopAsync(), StatusCode.FailedPrecondition, "entitlement.stopped");
        await Refused.With(ChangeAsync(), StatusCode.FailedPrecondition, "entitlement.stopped");
        one = next;
        one = await StopAsync();
        one.State.ShouldBe(EntitlementState.Stopped);
        var events = await service.Host.EventsAsync("merit", 6);
        events.Where(told => told.Type.Contains("Entitlement", StringComparison.Ordinal)).Select(told => told.Type.Split('.')[^1]).ShouldBe(
            ["EntitlementStarted", "EntitlementEnded", "EntitlementStarted", "EntitlementEnded", "EntitlementStarted", "EntitlementEnded"]);

        AsyncUnaryCall<Entitlement> SuspendAsync() => service.Allowances.SuspendEntitlementAsync(
            new SuspendEntitlementRequest { Name = one.Name, Etag = one.Etag, FromMonth = Month(202308), Reason = "Đi khỏi nơi cư trú", RequestId = Id() });

        AsyncUnaryCall<Entitlement> ResumeAsync() => service.Allowances.ResumeEntitlementAsync(
            new ResumeEntitlementRequest { Name = one.Name, Etag = one.Etag, FromMonth = Month(202308), Reason = "Đã trở về", RequestId = Id() });

        AsyncUnaryCall<Entitlement> StopAsync() => service.Allowances.StopEntitlementAsync(new StopEntitlementRequest
        {
            Name = one.Name,
            Etag = one.Etag,
            LastMonth = Month(202311),
            Cause = EntitlementEndCause.Moved,
            Reason = "Chuyển tỉnh",
            RequestId = Id(),
        });

        AsyncUnaryCall<Entitlement> ChangeAsync() => service.Allowances.ChangeEntitlementAsync(new ChangeEntitlementRequest
        {
            Name = one.Name,
            Etag = one.Etag,
            FromMonth = Month(202310),
            Category = "TB-071",
            DecisionNo = "45/QĐ",
            Reason = "Giám định lại",
            RequestId = Id(),
        });
    }

    [Fact]
    public async Task Death_EndsEveryEntitlementWithTheMonth()
    {
        await using var service = await AllowanceHost.StartAsync(2023, 8, 10);
        var person = Samples.Person(Commune);
        var one = await service.StartAsync(Content(202307, "TB-061", person.Clone()));
        var other = await service.StartAsync(Content(202307, "LS.tuat", person.Clone()));
        var died = await service.Allowances.RecordBeneficiaryDeathAsync(
            new RecordBeneficiaryDeathRequest { Name = one.Name, Etag = one.Etag, DiedOn = Samples.Day(2023, 7, 20), RequestId = Id() });
        died.Person.DiedOn.ShouldBe(Samples.Day(2023, 7, 20));
        died.EndMonth.ShouldBe(Month(202307));
        (await service.Allowances.GetEntitlementAsync(new GetEntitlementRequest { Name = other.Name })).State.ShouldBe(EntitlementState.Stopped);
        await Refused.With(
            service.Allowances.StartEntitlementAsync(new StartEntitlementRequest { Entitlement = Content(202308, "TB-071", person.Clone()), RequestId = Id() }),
            StatusCode.FailedPrecondition, "entitlement.person_dead");
        var run = await service.PrepareAsync(202308);
        run.Lines.ShouldBe(2);
        (await service.LinesAsync(run)).ShouldAllBe(line => line.LastMonth.Equals(Month(202307)));
    }

    [Fact]
    public async Task Import_TwiceTheSame_ChangesNothing_AndBadRowsAreRefusedOneByOne()
    {
        await using var service = await AllowanceHost.StartAsync(2023, 8, 10);
        var person = Samples.Person(Commune);
        EntitlementRow[] rows =
        [
            new() { Line = 2, Entitlement = Content(202307, "TB-061", person) },
            new() { Line = 3, Entitlement = Content(202307, "LS.tuat", person) },
            new() { Line = 4, Entitlement = Content(202307, "TB-081", person) },
            new() { Line = 5, Entitlement = Content(202307, "XX") },
            new() { Line = 6, Entitlement = Content(202307, "TB-061", person) },
        ];
        var first = await ImportAsync(service.As("merit-officer"), rows);
        first.Select(result => result.Outcome).ShouldBe(
            [ImportOutcome.Recorded, ImportOutcome.Recorded, ImportOutcome.Refused, ImportOutcome.Refused, ImportOutcome.AlreadyPresent]);
        first[2].Violations[0].Reason.ShouldBe("entitlement.excluded_by");
        first[3].Violations[0].Reason.ShouldBe("rate.missing");
        var again = await ImportAsync(service.As("merit-officer"), rows);
        again.Where(result => result.Line < 4).ShouldAllBe(result => result.Outcome == ImportOutcome.AlreadyPresent);
        again[0].Resource.ShouldBe(first[0].Resource);
        (await service.Allowances.ListEntitlementsAsync(new ListEntitlementsRequest())).Entitlements.Count.ShouldBe(2);
        (await service.PrepareAsync(202308)).AmountVnd.ShouldBe(2 * (3_174_000 + 1_624_000));
    }

    internal static async Task<List<ImportRowResult>> ImportAsync(CallInvoker calls, IEnumerable<EntitlementRow> rows)
    {
        using var call = new Contracts.Merit.V1.AllowanceService.AllowanceServiceClient(calls).ImportEntitlements();
        var results = new List<ImportRowResult>();
        var reading = Task.Run(async () =>
        {
            await foreach (var response in call.ResponseStream.ReadAllAsync())
            {
                results.AddRange(response.Results);
            }
        });
        await call.RequestStream.WriteAsync(new ImportEntitlementsRequest { Options = new ImportOptions { FileName = "mau.csv" } });
        foreach (var chunk in rows.Chunk(1_000))
        {
            await call.RequestStream.WriteAsync(new ImportEntitlementsRequest { Rows = new EntitlementRows { Rows = { chunk } } });
        }

        await call.RequestStream.CompleteAsync();
        await reading;
        return results;
    }
}
