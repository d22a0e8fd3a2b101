using AnSinh.Contracts.Employment.V1;
using AnSinh.ServiceKit.Identity;
using Grpc.Core;

namespace AnSinh.ServiceKit.Tests.Hosting;

/// <summary>A service that does what the test wants, behind all of the kit's interceptors.</summary>
sealed class Probe : EmployerService.EmployerServiceBase
{
    public const string Write = "employment.employers.write";
    public const string Read = "employment.employers.read";

    /// <summary>What a call does; by default it answers with the caller's subject.</summary>
    public Func<ServerCallContext, Task<string>> Act { get; set; } = context => Task.FromResult(CallerOf(context).Subject);

    public static Caller CallerOf(ServerCallContext context) =>
        ((CallerAccessor)context.GetHttpContext().RequestServices.GetService(typeof(CallerAccessor))!).Current;

    public override async Task<Employer> RegisterEmployer(RegisterEmployerRequest request, ServerCallContext context) =>
        new() { DisplayName = await Act(context) };

    public override async Task<Employer> GetEmployer(GetEmployerRequest request, ServerCallContext context) =>
        new() { DisplayName = await Act(context) };

    public override async Task<ListEmployersResponse> ListEmployers(ListEmployersRequest request, ServerCallContext context) =>
        new() { Employers = { new Employer { DisplayName = await Act(context) } } };
}
