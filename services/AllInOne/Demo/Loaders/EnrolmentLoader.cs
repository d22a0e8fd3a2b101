using System.Globalization;
using AnSinh.Contracts.Training.V1;
using AnSinh.ServiceKit.Errors;
using AnSinh.ServiceKit.Requests;
using Grpc.Core;

namespace AnSinh.AllInOne.Demo.Loaders;

/// <summary>Enrolments, through the bulk import: one institution and programme a level; some short courses are completed.</summary>
public sealed class EnrolmentLoader : IRecordLoader
{
    const int RowsInMessage = 500;

    // Numbers of synthetic people. The first trainees of short courses are people who are also placed, so that some are found in work.
    const int FirstTrainee = 40_000;
    const int PlacedTrainees = 300;
    const int CompletedCourses = 500;
    const int CourseDays = 56;
    static readonly DateOnly Opened = new(2016, 9, 1);

    /// <inheritdoc/>
    public string Service => "training";

    /// <inheritdoc/>
    public string Record => "enrolment";

    /// <inheritdoc/>
    public async Task LoadAsync(RecordGroup group, LoadContext context, CancellationToken cancellationToken)
    {
        var levels = Levels(group).ToList();
        await RegisterAsync(levels.Select(level => level.Level), context, cancellationToken);
        var communes = await context.CommunesAsync(group.FirstDay, cancellationToken);
        var messages = Rows(group, levels, context, communes).Chunk(RowsInMessage)
            .Select(rows => new ImportEnrolmentsRequest { Rows = new EnrolmentRows { Rows = { rows } } });
        await context.ImportAsync(
            new EnrolmentService.EnrolmentServiceClient(context.Official).ImportEnrolments(cancellationToken: cancellationToken),
            options => new ImportEnrolmentsRequest { Options = options }, messages, context.FileName(group), cancellationToken);
    }

    static IEnumerable<(TrainingLevel Level, int Count)> Levels(RecordGroup group) => group.Split.TryGetValue("level", out var split)
        ? split.Select(part => (Level(part.Key, group.Line), part.Value))
        : [(TrainingLevel.Elementary, group.Count)];

    static IEnumerable<EnrolmentRow> Rows(
        RecordGroup group, IEnumerable<(TrainingLevel Level, int Count)> levels, LoadContext context, IReadOnlyList<string> communes)
    {
        var line = 0;
        foreach (var (level, count) in levels)
        {
            for (var at = 0; at < count; at++)
            {
                line++;
                var isShort = level == TrainingLevel.UnderThreeMonths;
                var person = isShort && at < PlacedTrainees ? at : FirstTrainee + line;
                yield return Row(group, level, line, person, isShort && at < CompletedCourses, context, communes);
            }
        }
    }

    static EnrolmentRow Row(
        RecordGroup group, TrainingLevel level, int line, int person, bool completed, LoadContext context, IReadOnlyList<string> communes)
    {
        var random = new Random(SyntheticPeople.HashCode(context.Seed + 2, line));
        var commune = communes[random.Next(communes.Count)];
        var latest = completed ? group.LastDay.AddDays(-CourseDays) : group.LastDay;
        completed &= latest >= group.FirstDay;
        var day = group.FirstDay.AddDays(random.Next(Math.Max(0, latest.DayNumber - group.FirstDay.DayNumber) + 1));
        return new EnrolmentRow
        {
            Line = line,
            Trainee = SyntheticPeople.Person(context.Seed, person, commune),
            InstitutionCode = InstitutionCode(level, context),
            ProgrammeCode = ProgrammeCode,
            EnrolledOn = WireDate.Of(day),
            AreaCode = commune,
            RuralSubsidy = level == TrainingLevel.UnderThreeMonths && random.Next(2) == 0,
            CompletedOn = completed ? WireDate.Of(day.AddDays(CourseDays)) : null,
        };
    }

    static async Task RegisterAsync(IEnumerable<TrainingLevel> levels, LoadContext context, CancellationToken cancellationToken)
    {
        var communes = await context.CommunesAsync(Opened, cancellationToken);
        var institutions = new InstitutionService.InstitutionServiceClient(context.Official);
        foreach (var level in levels)
        {
            var code = InstitutionCode(level, context);
            var known = await institutions.ListInstitutionsAsync(new ListInstitutionsRequest { Code = code }, cancellationToken: cancellationToken);
            var institution = known.Institutions.FirstOrDefault() ?? await institutions.RegisterInstitutionAsync(
                new RegisterInstitutionRequest { Institution = Institution(level, code, communes[0]), RequestId = context.RequestId($"institution {code}") },
                cancellationToken: cancellationToken);
            await RegisterProgrammeAsync(institution.Name, level, context, cancellationToken);
        }
    }

    static async Task RegisterProgrammeAsync(string institution, TrainingLevel level, LoadContext context, CancellationToken cancellationToken)
    {
        try
        {
            await new ProgrammeService.ProgrammeServiceClient(context.Official).RegisterProgrammeAsync(
                new RegisterProgrammeRequest { Programme = Programme(institution, level), RequestId = context.RequestId($"programme {institution}") },
                cancellationToken: cancellationToken);
        }
        catch (RpcException known) when (Refusal.From(known)?.Code == "programme.code_taken")
        {
            // An earlier run registered it.
        }
    }

    static Institution Institution(TrainingLevel level, string code, string commune) => new()
    {
        Code = code,
        DisplayName = $"Cơ sở giáo dục nghề nghiệp Mẫu {code}",
        Kind = level switch
        {
            TrainingLevel.College => InstitutionKind.College,
            TrainingLevel.Intermediate => InstitutionKind.IntermediateSchool,
            _ => InstitutionKind.TrainingCentre,
        },
        Ownership = Ownership.Public,
        LicenceNumber = $"{code}/GCN",
        LicensedOn = WireDate.Of(Opened),
        AreaCode = commune,
        OpenedOn = WireDate.Of(Opened),
    };

    static Programme Programme(string institution, TrainingLevel level) => new()
    {
        Institution = institution,
        Code = ProgrammeCode,
        Level = level,
        OccupationName = "Nghề Mẫu",
        DurationWeeks = level switch
        {
            TrainingLevel.College => 130,
            TrainingLevel.Intermediate => 90,
            TrainingLevel.Elementary => 20,
            _ => 8,
        },
    };

    const string ProgrammeCode = "CT-01";

    static string InstitutionCode(TrainingLevel level, LoadContext context) =>
        string.Create(CultureInfo.InvariantCulture, $"CS-{context.Province}-{(int)level:D2}");

    static TrainingLevel Level(string name, int line) => name switch
    {
        "college" => TrainingLevel.College,
        "intermediate" => TrainingLevel.Intermediate,
        "elementary" => TrainingLevel.Elementary,
        "under_three_months" => TrainingLevel.UnderThreeMonths,
        _ => throw new FormatException($"Dòng {line}, mục level: \"{name}\" không đúng; cần college, intermediate, elementary hoặc under_three_months."),
    };
}
