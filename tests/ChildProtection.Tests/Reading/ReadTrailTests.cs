using AnSinh.ChildProtection.Tests.Hosting;
using AnSinh.Contracts.Child.V1;
using AnSinh.Testing;
using Grpc.Core;
using Shouldly;
using Xunit;

namespace AnSinh.ChildProtection.Tests.Reading;

public sealed class ReadTrailTests(ChildHost service) : IClassFixture<ChildHost>
{
    [Fact]
    public async Task Get_OfAChild_LeavesWhoReadWhichRecordForWhat()
    {
        var child = await service.Children.RegisterChildAsync(Samples.Registration());
        await service.Children.GetChildAsync(new GetChildRequest { Name = child.Name, Purpose = ReadPurpose.CaseWork });
        var entry = (await service.AuditAsync(child.Name)).Last();
        entry.Actor.ShouldBe("worker-1");
        entry.Method.ShouldBe("/ansinh.child.v1.ChildService/GetChild");
        entry.Target.ShouldBe($"{child.Name} purpose=CaseWork");
        entry.Outcome.ShouldBe("ok");
        entry.At.ShouldBe(service.Host.Time.GetUtcNow());
        entry.Peer.ShouldNotBeEmpty();
    }

    [Fact]
    public async Task Get_WithoutAPurpose_IsRefusedAndAudited()
    {
        var child = await service.Children.RegisterChildAsync(Samples.Registration());
        await Refused.Field(service.Children.GetChildAsync(new GetChildRequest { Name = child.Name }), "purpose", "purpose.required");
        (await service.AuditAsync(child.Name)).Last().Outcome.ShouldBe("purpose.required");
    }

    [Theory]
    [InlineData("child-counter")]
    [InlineData("child-supervisor")]
    public async Task Get_WithoutThePermission_IsRefusedAndAudited(string role)
    {
        var child = await service.Children.RegisterChildAsync(Samples.Registration());
        var reader = new ChildService.ChildServiceClient(service.As("curious-1", role));
        await Refused.With(
            reader.GetChildAsync(new GetChildRequest { Name = child.Name, Purpose = ReadPurpose.Supervision }), StatusCode.PermissionDenied, "permission.missing");
        var entry = (await service.AuditAsync(child.Name)).Last();
        (entry.Actor, entry.Outcome).ShouldBe(("curious-1", "permission.missing"));
    }

    [Fact]
    public async Task Get_FromAnotherProvince_IsRefusedAndAudited()
    {
        var child = await service.Children.RegisterChildAsync(Samples.Registration());
        var foreign = new ChildService.ChildServiceClient(service.WorkerOf("46"));
        await Refused.With(
            foreign.GetChildAsync(new GetChildRequest { Name = child.Name, Purpose = ReadPurpose.Support }), StatusCode.PermissionDenied, "area.out_of_scope");
        (await service.AuditAsync(child.Name)).Last().Outcome.ShouldBe("area.out_of_scope");
        (await foreign.ListChildrenAsync(new ListChildrenRequest())).Children.ShouldBeEmpty();
    }

    [Fact]
    public async Task Get_OfACase_ByOthersThanItsTeam_IsRefusedAndAudited()
    {
        var opened = await service.Cases.OpenCaseAsync(Samples.Opening(service.Host.Time.GetUtcNow()));
        var request = new GetCaseRequest { Name = opened.Name, Purpose = ReadPurpose.CaseWork };
        var other = new CaseService.CaseServiceClient(service.As("worker-2", "child-worker"));
        await Refused.With(other.GetCaseAsync(request), StatusCode.PermissionDenied, "case.not_in_team");
        (await other.ListCasesAsync(new ListCasesRequest { PageSize = 1000 })).Cases.ShouldNotContain(one => one.Name == opened.Name);
        (await service.Cases.GetCaseAsync(request)).Account.ShouldBe("Tin báo về một trẻ em bị đánh");
        (await service.Supervisor.GetCaseAsync(request)).Name.ShouldBe(opened.Name);
        var entries = (await service.AuditAsync(opened.Name)).Where(entry => entry.Method.EndsWith("/GetCase", StringComparison.Ordinal));
        entries.Select(entry => (entry.Actor, entry.Outcome)).ShouldBe([("worker-2", "case.not_in_team"), ("worker-1", "ok"), ("supervisor-1", "ok")]);
    }

    [Fact]
    public async Task Get_WithoutAToken_LeavesNothing()
    {
        var child = await service.Children.RegisterChildAsync(Samples.Registration());
        var before = (await service.AuditAsync(child.Name)).Count;
        var anonymous = new ChildService.ChildServiceClient(service.Host.Channel(null));
        await Refused.With(anonymous.GetChildAsync(new GetChildRequest { Name = child.Name }), StatusCode.Unauthenticated, "token.missing");
        (await service.AuditAsync(child.Name)).Count.ShouldBe(before);
    }
}
