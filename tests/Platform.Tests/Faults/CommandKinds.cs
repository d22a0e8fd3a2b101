using System.Globalization;
using AnSinh.AllInOne.Demo;
using AnSinh.Contracts.Child.V1;
using AnSinh.Contracts.Dossiers.V1;
using AnSinh.Contracts.Employment.V1;
using AnSinh.Contracts.Merit.V1;
using AnSinh.Contracts.Protection.V1;
using AnSinh.Contracts.Reporting.V1;
using AnSinh.Contracts.Training.V1;
using AnSinh.ServiceKit.Requests;
using Grpc.Core;
using Date = Google.Type.Date;

namespace AnSinh.Platform.Tests.Faults;

/// <summary>One kind of command a service, all six. What a command holds follows from its number.</summary>
static class CommandKinds
{
    /// <summary>Period that all records fall into.</summary>
    public const string Period = "2020-H1";

    const int Page = 1_000;
    const int PeopleSeed = 3;
    static readonly DateOnly First = new(2020, 1, 2);
    const int Days = 180;

    /// <summary>The kinds, ready to be sent: what they refer to is registered first.</summary>
    /// <param name="calls">Calls of an official.</param>
    /// <param name="area">Commune of the training centre.</param>
    public static async Task<IReadOnlyList<CommandKind>> PrepareAsync(CallInvoker calls, string area) =>
        [Placement(calls), Enrolment(calls, await ProgrammeAsync(calls, area)), Dossier(calls), Application(calls), Incident(calls), Petition(calls)];

    static CommandKind Placement(CallInvoker calls)
    {
        var client = new PlacementService.PlacementServiceClient(calls);
        return new CommandKind(
            "employment",
            async (number, area, requestId, options) => (await client.RecordPlacementAsync(
                new RecordPlacementRequest
                {
                    Placement = new Placement { Channel = Channel.Domestic, StartDate = Day(number), AreaCode = area, OccupationCode = "1" },
                    NewWorker = SyntheticPeople.Worker(PeopleSeed, number, area),
                    NewEmployer = new Employer { DisplayName = "Doanh nghiệp Mẫu", TaxCode = "9900000001", AreaCode = area, Size = 10 },
                    RequestId = requestId,
                },
                options)).Name,
            async (area, token, options) =>
            {
                var page = await client.ListPlacementsAsync(new ListPlacementsRequest { AreaCode = area, PageSize = Page, PageToken = token }, options);
                return (page.Placements.Select(one => one.Name), page.NextPageToken);
            });
    }

    static CommandKind Enrolment(CallInvoker calls, string programme)
    {
        var client = new EnrolmentService.EnrolmentServiceClient(calls);
        return new CommandKind(
            "training",
            async (number, area, requestId, options) => (await client.EnrolTraineeAsync(
                new EnrolTraineeRequest
                {
                    Enrolment = new Enrolment
                    {
                        Trainee = SyntheticPeople.Person(PeopleSeed, number, area),
                        Programme = programme,
                        EnrolledOn = Day(number),
                        AreaCode = area,
                    },
                    RequestId = requestId,
                },
                options)).Name,
            async (area, token, options) =>
            {
                var page = await client.ListEnrolmentsAsync(new ListEnrolmentsRequest { AreaCode = area, PageSize = Page, PageToken = token }, options);
                return (page.Enrolments.Select(one => one.Name), page.NextPageToken);
            });
    }

    static CommandKind Dossier(CallInvoker calls)
    {
        var client = new DossierService.DossierServiceClient(calls);
        return new CommandKind(
            "merit",
            async (number, area, requestId, options) => (await client.RegisterDossierAsync(
                new RegisterDossierRequest
                {
                    Dossier = new Dossier
                    {
                        Category = "NCC07",
                        Symbol = Number(number),
                        Person = SyntheticPeople.Person(PeopleSeed, number, area),
                        AreaCode = area,
                        ReceivedOn = Day(number),
                    },
                    RequestId = requestId,
                },
                options)).Name,
            async (area, token, options) =>
            {
                var page = await client.ListDossiersAsync(new ListDossiersRequest { AreaCode = area, PageSize = Page, PageToken = token }, options);
                return (page.Dossiers.Select(one => one.Name), page.NextPageToken);
            });
    }

    // Severe disability makes adults below 60 eligible (Decree 20/2021/NĐ-CP, Article 5.6): all synthetic people are such.
    static CommandKind Application(CallInvoker calls)
    {
        var client = new EligibilityService.EligibilityServiceClient(calls);
        return new CommandKind(
            "protection",
            async (number, area, requestId, options) => (await client.ApplyForAssistanceAsync(
                new ApplyForAssistanceRequest
                {
                    Application = new AssistanceApplication
                    {
                        Person = SyntheticPeople.Person(PeopleSeed, number, area),
                        AreaCode = area,
                        AppliedOn = Day(number),
                        Facts = new AssistanceFacts { Disability = DisabilityDegree.Severe },
                    },
                    RequestId = requestId,
                },
                options)).Name,
            async (area, token, options) =>
            {
                var page = await client.ListAssistanceApplicationsAsync(
                    new ListAssistanceApplicationsRequest { AreaCode = area, PageSize = Page, PageToken = token }, options);
                return (page.Applications.Select(one => one.Name), page.NextPageToken);
            });
    }

    static CommandKind Incident(CallInvoker calls)
    {
        var client = new IncidentService.IncidentServiceClient(calls);
        return new CommandKind(
            "child",
            async (number, area, requestId, options) => (await client.RecordIncidentAsync(
                new RecordIncidentRequest
                {
                    Incident = new Incident
                    {
                        Kind = IncidentKind.Drowning,
                        HappenedOn = Day(number),
                        AreaCode = area,
                        Fatal = number % 2 == 0,
                        Place = IncidentPlace.River,
                        VictimAge = 3 + number % 13,
                        Reference = Number(number),
                    },
                    RequestId = requestId,
                },
                options)).Name,
            async (area, token, options) =>
            {
                var page = await client.ListIncidentsAsync(new ListIncidentsRequest { AreaCode = area, PageSize = Page, PageToken = token }, options);
                return (page.Incidents.Select(one => one.Name), page.NextPageToken);
            });
    }

    static CommandKind Petition(CallInvoker calls)
    {
        var client = new WorkProgrammeService.WorkProgrammeServiceClient(calls);
        return new CommandKind(
            "reporting",
            async (number, area, requestId, options) => (await client.RecordWorkItemAsync(
                new RecordWorkItemRequest
                {
                    Item = new WorkItem
                    {
                        Number = Number(number),
                        Title = "Đơn mẫu",
                        AreaCode = area,
                        Day = Day(number),
                        Petition = new Petition { Kind = PetitionKind.Petition },
                    },
                    RequestId = requestId,
                },
                options)).Name,
            async (area, token, options) =>
            {
                var page = await client.ListWorkItemsAsync(new ListWorkItemsRequest { AreaCode = area, PageSize = Page, PageToken = token }, options);
                return (page.Items.Select(one => one.Name), page.NextPageToken);
            });
    }

    static async Task<string> ProgrammeAsync(CallInvoker calls, string area)
    {
        var opened = WireDate.Of(new DateOnly(2016, 9, 1));
        var institution = await new InstitutionService.InstitutionServiceClient(calls).RegisterInstitutionAsync(new RegisterInstitutionRequest
        {
            Institution = new Institution
            {
                Code = "CS-MAU",
                DisplayName = "Cơ sở giáo dục nghề nghiệp Mẫu",
                Kind = InstitutionKind.TrainingCentre,
                Ownership = Ownership.Public,
                LicenceNumber = "MAU/GCN",
                LicensedOn = opened,
                AreaCode = area,
                OpenedOn = opened,
            },
            RequestId = Guid.NewGuid().ToString(),
        });
        return (await new ProgrammeService.ProgrammeServiceClient(calls).RegisterProgrammeAsync(new RegisterProgrammeRequest
        {
            Programme = new Programme
            {
                Institution = institution.Name,
                Code = "CT-01",
                Level = TrainingLevel.Elementary,
                OccupationName = "Nghề Mẫu",
                DurationWeeks = 20,
            },
            RequestId = Guid.NewGuid().ToString(),
        })).Name;
    }

    static Date Day(int number) => WireDate.Of(First.AddDays(number % Days));

    static string Number(int number) => string.Create(CultureInfo.InvariantCulture, $"MAU-{number:D6}");
}
