using AnSinh.Contracts.Common.V1;
using AnSinh.Contracts.Employment.V1;
using AnSinh.Contracts.Payments.V1;
using Date = Google.Type.Date;

namespace AnSinh.Platform.Tests.Access.Records;

/// <summary>Records of the employment service.</summary>
static class EmploymentRecords
{
    public static async Task MakeAsync(ForeignProvince hue)
    {
        var worker = await new WorkerService.WorkerServiceClient(hue.Calls).RegisterWorkerAsync(new RegisterWorkerRequest
        {
            Worker = new Worker { FullName = "Công dân Mẫu", BirthDate = new Date { Year = 1990, Month = 2, Day = 3 }, AreaCode = hue.Commune },
            RequestId = ForeignProvince.RequestId(),
        });
        hue.Keep(nameof(WorkerService), new ForeignRecord(worker.Name, worker.Etag));
        var employer = await new EmployerService.EmployerServiceClient(hue.Calls).RegisterEmployerAsync(new RegisterEmployerRequest
        {
            Employer = new Employer { DisplayName = "Doanh nghiệp Mẫu", AreaCode = hue.Commune },
            RequestId = ForeignProvince.RequestId(),
        });
        hue.Keep(nameof(EmployerService), new ForeignRecord(employer.Name, employer.Etag));
        var placement = await new PlacementService.PlacementServiceClient(hue.Calls).RecordPlacementAsync(new RecordPlacementRequest
        {
            Placement = new Placement
            {
                Worker = worker.Name,
                Employer = employer.Name,
                Channel = Channel.Domestic,
                StartDate = ForeignProvince.Day,
                AreaCode = hue.Commune,
            },
            RequestId = ForeignProvince.RequestId(),
        });
        hue.Keep(nameof(PlacementService), new ForeignRecord(placement.Name, placement.Etag));
        var visit = await new CounsellingService.CounsellingServiceClient(hue.Calls).RecordCounsellingAsync(new RecordCounsellingRequest
        {
            Visit = new CounsellingVisit { Worker = worker.Name, Kind = CounsellingKind.JobCounselling, VisitedOn = ForeignProvince.Day, AreaCode = hue.Commune },
            RequestId = ForeignProvince.RequestId(),
        });
        hue.Keep(nameof(CounsellingService), new ForeignRecord(visit.Name, visit.Etag));
        var claim = await new UnemploymentService.UnemploymentServiceClient(hue.Calls).RecordClaimAsync(new RecordClaimRequest
        {
            Claim = new UnemploymentClaim { Worker = worker.Name, AreaCode = hue.Commune, Facts = Facts() },
            RequestId = ForeignProvince.RequestId(),
        });
        hue.Keep(nameof(UnemploymentService), new ForeignRecord(claim.Name, claim.Etag));
        await MakeBenefitAsync(hue);
        await SurveyedFigureRecords.MakeAsync(hue, LabourSurveyService.Descriptor, "EMP-13");
    }

    static async Task MakeBenefitAsync(ForeignProvince hue)
    {
        var row = Decision(hue);
        row.PayableFrom = new Date { Year = 2026, Month = 3 };
        var name = await hue.ImportAsync(
            UnemploymentService.Descriptor, "ImportDecisions", new ImportDecisionsRequest { Options = new ImportOptions() },
            new ImportDecisionsRequest { Rows = new DecisionRows { Rows = { row } } });
        var claim = await new UnemploymentService.UnemploymentServiceClient(hue.Calls).GetClaimAsync(new GetClaimRequest { Name = name });
        var benefit = await new UnemploymentBenefitService.UnemploymentBenefitServiceClient(hue.Calls).GetEntitlementAsync(
            new GetEntitlementRequest { Name = claim.Entitlement });
        await PaymentRecords.KeepAsync(
            hue, benefit, UnemploymentBenefitService.Descriptor, UnemploymentPaymentService.Descriptor, UnemploymentRecoveryService.Descriptor);
    }

    /// <summary>A decision on paper, of somebody without a number.</summary>
    public static DecisionRow Decision(ForeignProvince hue) => new()
    {
        Line = 2,
        Worker = new Worker { FullName = "Công dân Mẫu", BirthDate = new Date { Year = 1985, Month = 1, Day = 1 }, AreaCode = hue.Commune },
        AreaCode = hue.Commune,
        Facts = Facts(),
        Granted = true,
        DecisionNumber = "1",
        DecidedOn = new Date { Year = 2026, Month = 3, Day = 20 },
    };

    public static ClaimFacts Facts() => new()
    {
        FiledOn = new Date { Year = 2026, Month = 3, Day = 2 },
        ContractEndedOn = new Date { Year = 2026, Month = 2, Day = 15 },
        PaidMonths = 37,
        RecentPaidMonths = 24,
        LastPaidMonth = new Date { Year = 2026, Month = 2, Day = 1 },
        AverageWageVnd = 8_000_000,
        WageScheme = WageScheme.Employer,
        WageRegion = 3,
    };
}
