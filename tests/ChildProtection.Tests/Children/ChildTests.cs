using AnSinh.ChildProtection.Tests.Hosting;
using AnSinh.Contracts.Child.V1;
using AnSinh.Testing;
using Grpc.Core;
using Shouldly;
using Xunit;

namespace AnSinh.ChildProtection.Tests.Children;

public sealed class ChildTests(ChildHost service) : IClassFixture<ChildHost>
{
    [Fact]
    public async Task Register_KeepsTheRecord_AndAnswersWithoutTheName()
    {
        var request = Samples.Registration(Samples.Support());
        request.Child.Circumstances.Add(new Circumstance { Kind = CircumstanceKind.Disabled, SubType = 2, StartedOn = Samples.Day(2026, 3, 1) });
        var child = await service.Children.RegisterChildAsync(request);
        child.Person.ShouldBeNull();
        child.Code.ShouldMatch("^TE-[0-9A-Z]{8}$");
        var read = await service.Children.GetChildAsync(Reading(child));
        read.Person.FullName.ShouldBe(request.Child.Person.FullName);
        read.Circumstances.ShouldBe(request.Child.Circumstances);
        read.Supports.ShouldBe(request.Child.Supports);
        read.Person = null;
        read.ShouldBe(child);
        (await service.Children.ListChildrenAsync(new ListChildrenRequest { PageSize = 1000 })).Children.ShouldContain(child);
    }

    [Fact]
    public async Task Register_OfARegisteredChild_IsRefusedWithItsName()
    {
        var request = Samples.Registration();
        var child = await service.Children.RegisterChildAsync(request);
        request.RequestId = Samples.RequestId();
        var refusal = await Refused.With(service.Children.RegisterChildAsync(request), StatusCode.AlreadyExists, "child.registered");
        refusal.Metadata["child"].ShouldBe(child.Name);
    }

    [Fact]
    public async Task Register_OfSomethingWrong_IsRefused()
    {
        await Field(child => child.Circumstances.Clear(), "child.circumstances", "child.circumstances_required");
        await Field(child => child.Circumstances[0].Kind = CircumstanceKind.Unspecified, "child.circumstances[0].kind", "circumstance.kind_required");
        await Field(child => child.Circumstances[0].SubType = 5, "child.circumstances[0].sub_type", "circumstance.sub_type_invalid");
        await Field(
            child => child.Circumstances[0].StartedOn = Samples.Day(service.Today.AddDays(1)), "child.circumstances[0].started_on",
            "circumstance.started_on_in_future");
        await Field(child => child.Person.BirthDate = Samples.Day(2026, 1, 6), "child.circumstances[0].started_on", "circumstance.before_birth");
        await Field(child => child.Person.BirthDate = Samples.Day(2010, 1, 5), "child.circumstances[0].started_on", "circumstance.not_child");
        await Field(child => child.Person.BirthDate = null, "child.person.birth_date", "child.birth_date_required");
        await Field(child => child.Person = null, "child.person", "person.required");
        await Field(child => child.Supports.Add(new Support()), "child.supports[0].kind", "support.kind_required");
    }

    [Fact]
    public async Task Register_OnTheLastDayOfChildhood_IsTaken()
    {
        var request = Samples.Registration();
        request.Child.Person.BirthDate = Samples.Day(2010, 1, 6);
        await service.Children.RegisterChildAsync(request);
        var onlyYear = Samples.Registration();
        onlyYear.Child.Person.BirthDate = Samples.Day(2010, 0, 0);
        await service.Children.RegisterChildAsync(onlyYear);
    }

    [Fact]
    public async Task Circumstances_BeginAndEnd_AndDoNotOverlap()
    {
        var child = await service.Children.RegisterChildAsync(Samples.Registration());
        await Refused.With(
            service.Children.BeginCircumstanceAsync(Beginning(child, CircumstanceKind.Orphan, 4)), StatusCode.FailedPrecondition, "circumstance.overlaps");
        child = await service.Children.BeginCircumstanceAsync(Beginning(child, CircumstanceKind.Hiv, 3));
        child.Etag.ShouldBe("2");
        await Refused.Field(
            service.Children.EndCircumstanceAsync(Ending(child, CircumstanceKind.Hiv, Samples.Day(2026, 3, 2))), "ended_on", "end.day_out_of_range");
        child = await service.Children.EndCircumstanceAsync(Ending(child, CircumstanceKind.Hiv, Samples.Day(2026, 4, 2)));
        await Refused.With(
            service.Children.EndCircumstanceAsync(Ending(child, CircumstanceKind.Hiv, Samples.Day(2026, 5, 2))), StatusCode.FailedPrecondition, "circumstance.not_in_force");
        await Refused.With(
            service.Children.BeginCircumstanceAsync(Beginning(child, CircumstanceKind.Hiv, 3)), StatusCode.FailedPrecondition, "circumstance.overlaps");
        child = await service.Children.BeginCircumstanceAsync(Beginning(child, CircumstanceKind.Hiv, 4));
        child.Circumstances.Count.ShouldBe(3);
        var early = Beginning(child, CircumstanceKind.Abandoned, 3);
        early.Circumstance.StartedOn = Samples.Day(2025, 6, 30);
        await Refused.With(service.Children.BeginCircumstanceAsync(early), StatusCode.FailedPrecondition, "circumstance.before_area");
    }

    [Fact]
    public async Task Support_NeedsACircumstance_AndOutlivesNone()
    {
        var child = await service.Children.RegisterChildAsync(Samples.Registration());
        var early = new Support { Kind = SupportKind.Medical, StartedOn = Samples.Day(2026, 1, 4) };
        await Refused.With(service.Children.BeginSupportAsync(Supporting(child, early)), StatusCode.FailedPrecondition, "support.no_circumstance");
        child = await service.Children.BeginSupportAsync(Supporting(child, Samples.Support()));
        await Refused.With(service.Children.BeginSupportAsync(Supporting(child, Samples.Support())), StatusCode.FailedPrecondition, "support.overlaps");
        await Refused.With(
            service.Children.EndCircumstanceAsync(Ending(child, CircumstanceKind.Orphan, Samples.Day(2026, 4, 1))), StatusCode.FailedPrecondition, "support.in_force");
        var ending = new EndSupportRequest
        {
            Name = child.Name,
            Etag = child.Etag,
            Kind = SupportKind.MonthlyAllowance,
            EndedOn = Samples.Day(2026, 3, 31),
            RequestId = Samples.RequestId(),
        };
        child = await service.Children.EndSupportAsync(ending);
        ending.Etag = child.Etag;
        ending.RequestId = Samples.RequestId();
        await Refused.With(service.Children.EndSupportAsync(ending), StatusCode.FailedPrecondition, "support.not_in_force");
        await service.Children.EndCircumstanceAsync(Ending(child, CircumstanceKind.Orphan, Samples.Day(2026, 4, 1)));
    }

    [Fact]
    public async Task Exit_EndsEverything_AndANewCircumstanceBringsTheChildBack()
    {
        var child = await service.Children.RegisterChildAsync(Samples.Registration(Samples.Support()));
        await Refused.Field(service.Children.ExitChildAsync(Exit(child, ExitReason.Unspecified)), "exit_reason", "child.exit_reason_required");
        var exited = await service.Children.ExitChildAsync(Exit(child, ExitReason.CircumstancesOver));
        exited.Circumstances.ShouldAllBe(one => one.EndedOn != null);
        exited.Supports.ShouldAllBe(one => one.EndedOn != null);
        await Refused.With(service.Children.ExitChildAsync(Exit(exited, ExitReason.Died)), StatusCode.FailedPrecondition, "child.exited");
        (await service.Children.ListChildrenAsync(new ListChildrenRequest { PageSize = 1000 })).Children.ShouldNotContain(one => one.Name == child.Name);
        var back = await service.Children.BeginCircumstanceAsync(Beginning(exited, CircumstanceKind.Violence, 5));
        back.ExitedOn.ShouldBeNull();
    }

    [Fact]
    public async Task Change_OfAStaleVersion_IsAborted()
    {
        var child = await service.Children.RegisterChildAsync(Samples.Registration());
        await service.Children.BeginSupportAsync(Supporting(child, Samples.Support()));
        await Refused.With(service.Children.BeginSupportAsync(Supporting(child, Samples.Support(SupportKind.Medical))), StatusCode.Aborted, "etag.mismatch");
    }

    async Task Field(Action<Child> spoil, string field, string code)
    {
        var request = Samples.Registration();
        spoil(request.Child);
        await Refused.Field(service.Children.RegisterChildAsync(request), field, code);
    }

    static GetChildRequest Reading(Child child) => new() { Name = child.Name, Purpose = ReadPurpose.Support };

    static BeginCircumstanceRequest Beginning(Child child, CircumstanceKind kind, int month) => new()
    {
        Name = child.Name,
        Etag = child.Etag,
        Circumstance = new Circumstance { Kind = kind, StartedOn = Samples.Day(2026, month, 2) },
        RequestId = Samples.RequestId(),
    };

    static EndCircumstanceRequest Ending(Child child, CircumstanceKind kind, Google.Type.Date day) =>
        new() { Name = child.Name, Etag = child.Etag, Kind = kind, EndedOn = day, RequestId = Samples.RequestId() };

    static BeginSupportRequest Supporting(Child child, Support support) =>
        new() { Name = child.Name, Etag = child.Etag, Support = support, RequestId = Samples.RequestId() };

    static ExitChildRequest Exit(Child child, ExitReason reason) =>
        new() { Name = child.Name, Etag = child.Etag, ExitedOn = Samples.Day(2026, 4, 30), ExitReason = reason, RequestId = Samples.RequestId() };
}
