using System.Collections;
using AnSinh.AllInOne;
using AnSinh.Contracts.Common.V1;
using AnSinh.Platform.Tests.Access.Records;
using AnSinh.Platform.Tests.Processes;
using AnSinh.ServiceKit.Errors;
using AnSinh.ServiceKit.Hosting;
using AnSinh.ServiceKit.Identity;
using Google.Protobuf;
using Google.Protobuf.Collections;
using Grpc.Core;
using Grpc.Core.Interceptors;
using Grpc.Net.Client;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace AnSinh.Platform.Tests.Access;

/// <summary>
/// Every rpc of every service, taken from the descriptors of the running platform: refused without a token, without its permission, and
/// for an area that is not the caller's. A new rpc is covered the moment it exists.
/// </summary>
public sealed class AccessTests(AccessTests.Platform platform) : IClassFixture<AccessTests.Platform>
{
    const string Own = "42";

    [Fact]
    public async Task EveryRpc_WithoutAToken_IsRefused() => await ForEachAsync(async rule =>
    {
        var refusal = await RefusalAsync(platform.Anonymous, rule, SampleRequests.Empty(rule.Method.InputType));
        refusal.Status.ShouldBe(StatusCode.Unauthenticated);
        refusal.Reason.ShouldBe("token.missing");
    });

    [Fact]
    public async Task EveryRpc_WithoutItsPermission_IsRefused() => await ForEachAsync(async rule =>
    {
        var others = platform.Rules.All.Select(other => other.Permission).Distinct().Where(permission => permission != rule.Permission);
        var refusal = await RefusalAsync(platform.As(others, AreaScope.AllAreas), rule, SampleRequests.Empty(rule.Method.InputType));
        refusal.Status.ShouldBe(StatusCode.PermissionDenied);
        refusal.Reason.ShouldBe("permission.missing");
    });

    [Fact]
    public async Task EveryRpc_ForAForeignArea_IsRefusedOrAnswersNothing() => await ForEachAsync(async rule =>
    {
        var caller = platform.As([rule.Permission], Own);
        switch (rule.AreaRule)
        {
            case AreaRule.Field:
                await RefusedForAreaAsync(caller, rule, SampleRequests.ForArea(rule, platform.Foreign.Commune));
                break;
            case AreaRule.Record:
                await RefusedForAreaAsync(caller, rule, SampleRequests.ForRecord(rule, platform.Foreign.For(rule.Method)));
                break;
            case AreaRule.Unrestricted:
                await RefusedForAreaAsync(caller, rule, SampleRequests.Empty(rule.Method.InputType), "area.unrestricted_required");
                break;
            case AreaRule.Filter:
                var seen = await RpcCaller.CallAsync(caller, rule.Method, platform.Foreign.ListRequest(rule.Method));
                Shown(seen[0]).ShouldBe(0, rule.FullName);
                var unrestricted = platform.As([rule.Permission], AreaScope.AllAreas);
                Shown((await RpcCaller.CallAsync(unrestricted, rule.Method, platform.Foreign.ListRequest(rule.Method)))[0])
                    .ShouldBeGreaterThan(0, $"{rule.FullName}: the check needs a foreign record to hide");
                break;
            case AreaRule.Rows:
                var answers = await RpcCaller.CallAsync(caller, rule.Method, SampleRequests.ForRow(rule, platform.Foreign));
                var results = answers.SelectMany(answer => (RepeatedField<ImportRowResult>)answer.Descriptor.FindFieldByName("results").Accessor.GetValue(answer));
                results.ShouldHaveSingleItem().Violations.ShouldContain(violation => violation.Reason == "area.out_of_scope");
                break;
            default:
                rule.AreaRule.ShouldBe(AreaRule.None);
                break;
        }
    });

    async Task ForEachAsync(Func<AccessRule, Task> check)
    {
        platform.Rules.All.Count.ShouldBeGreaterThan(20);
        var failures = new List<string>();
        foreach (var rule in platform.Rules.All)
        {
            try
            {
                await check(rule);
            }
            catch (Exception failure) when (failure is ShouldAssertException or RpcException or KeyNotFoundException)
            {
                failures.Add($"{rule.FullName}: {failure.Message}");
            }
        }

        failures.ShouldBeEmpty(string.Join("\n", failures));
    }

    static async Task RefusedForAreaAsync(CallInvoker caller, AccessRule rule, IMessage request, string reason = "area.out_of_scope")
    {
        var refusal = await RefusalAsync(caller, rule, request);
        refusal.Status.ShouldBe(StatusCode.PermissionDenied);
        refusal.Reason.ShouldBe(reason);
    }

    static async Task<(StatusCode Status, string Reason)> RefusalAsync(CallInvoker caller, AccessRule rule, IMessage request)
    {
        var fault = await Should.ThrowAsync<RpcException>(() => RpcCaller.CallAsync(caller, rule.Method, request));
        return (fault.StatusCode, Refusal.From(fault)?.Code ?? "");
    }

    // Of a list, its rows; of counts, the counts and the marks in place of counts too small to show, kinds with nothing in them being no rows.
    static long Shown(IMessage answer) => answer.Descriptor.FindFieldByName("next_page_token") is null ? Counted(answer) : Values(answer).OfType<IList>().Sum(rows => rows.Count);

    static long Counted(object value) => value switch
    {
        long count => count,
        bool mark => mark ? 1 : 0,
        IMessage message => Values(message).Sum(Counted),
        IList many => many.Cast<object>().Sum(Counted),
        _ => 0,
    };

    static IEnumerable<object> Values(IMessage message) =>
        message.Descriptor.Fields.InDeclarationOrder().Select(field => field.Accessor.GetValue(message)).OfType<object>();

    /// <summary>The all-in-one in this process, with records in a province that the callers of the tests do not work in.</summary>
    public sealed class Platform : IAsyncLifetime
    {
        readonly TemporaryData data = new();
        WebApplication app = null!;
        GrpcChannel channel = null!;

        public AccessRules Rules => app.Services.GetRequiredService<AccessRules>();

        public CallInvoker Anonymous => channel.CreateCallInvoker();

        public ForeignProvince Foreign { get; private set; } = null!;

        public CallInvoker As(IEnumerable<string> permissions, string area)
        {
            var token = app.Services.GetRequiredService<DevelopmentIssuer>().IssueToken("tester", [], permissions, [area], TimeSpan.FromHours(1));
            return channel.Intercept(headers =>
            {
                headers.Add("authorization", $"Bearer {token}");
                return headers;
            });
        }

        public async Task InitializeAsync()
        {
            app = PlatformHost.Build(new HostSettings(data.Path, 0, 0));
            await app.StartAsync();
            channel = GrpcChannel.ForAddress(app.Services.GetRequiredService<HostAddresses>().Grpc);
            Foreign = await ForeignRecords.MakeAsync(As(Rules.All.Select(rule => rule.Permission).Distinct(), AreaScope.AllAreas));
        }

        public async Task DisposeAsync()
        {
            channel.Dispose();
            await app.StopAsync();
            await app.DisposeAsync();
            data.Dispose();
        }
    }
}
