using AnSinh.Contracts.Employment.V1;
using AnSinh.Contracts.Reporting.V1;
using Google.Protobuf;
using Google.Protobuf.Reflection;
using Grpc.Core;
using Date = Google.Type.Date;

namespace AnSinh.Platform.Tests.Access;

/// <summary>One record of each kind in Huế (46), for callers who work in Hà Tĩnh (42).</summary>
public sealed class ForeignRecords
{
    const int PlanYear = 2026;

    /// <summary>A commune of Huế, valid from 2025-07-01.</summary>
    public required string Commune { get; init; }

    /// <summary>Name and etag of a record, by the service that keeps its kind.</summary>
    public required IReadOnlyDictionary<string, (string Name, string Etag)> Records { get; init; }

    /// <summary>Makes the records through the APIs.</summary>
    public static async Task<ForeignRecords> MakeAsync(CallInvoker everything)
    {
        var day = new Date { Year = 2026, Month = 1, Day = 5 };
        var communes = await new AreaService.AreaServiceClient(everything).ListAreasAsync(new ListAreasRequest { ParentCode = "46", On = day });
        var commune = communes.Areas[0].Code;
        var worker = await new WorkerService.WorkerServiceClient(everything).RegisterWorkerAsync(new RegisterWorkerRequest
        {
            Worker = new Worker { FullName = "Công dân Mẫu", BirthDate = new Date { Year = 1990, Month = 2, Day = 3 }, AreaCode = commune },
            RequestId = Guid.NewGuid().ToString(),
        });
        var employer = await new EmployerService.EmployerServiceClient(everything).RegisterEmployerAsync(new RegisterEmployerRequest
        {
            Employer = new Employer { DisplayName = "Doanh nghiệp Mẫu", AreaCode = commune },
            RequestId = Guid.NewGuid().ToString(),
        });
        var placement = await new PlacementService.PlacementServiceClient(everything).RecordPlacementAsync(new RecordPlacementRequest
        {
            Placement = new Placement { Worker = worker.Name, Employer = employer.Name, Channel = Channel.Domestic, StartDate = day, AreaCode = commune },
            RequestId = Guid.NewGuid().ToString(),
        });
        await new PlanService.PlanServiceClient(everything).SetPlanAsync(new SetPlanRequest
        {
            Plan = new Plan { Indicator = "EMP-01", AreaCode = "46", Year = PlanYear, Target = "16000", Comparator = Comparator.AtLeast },
            RequestId = Guid.NewGuid().ToString(),
        });
        return new ForeignRecords
        {
            Commune = commune,
            Records = new Dictionary<string, (string, string)>
            {
                [nameof(WorkerService)] = (worker.Name, worker.Etag),
                [nameof(EmployerService)] = (employer.Name, employer.Etag),
                [nameof(PlacementService)] = (placement.Name, placement.Etag),
            },
        };
    }

    /// <summary>A list request that would show the records.</summary>
    public IMessage ListRequest(MessageDescriptor type)
    {
        var request = SampleRequests.Empty(type);
        request.Descriptor.FindFieldByName("year")?.Accessor.SetValue(request, PlanYear);
        return request;
    }
}
