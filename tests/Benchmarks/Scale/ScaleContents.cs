using AnSinh.Contracts.Events.Child.V1;
using AnSinh.Contracts.Events.Dossiers.V1;
using AnSinh.Contracts.Events.Employment.V1;
using AnSinh.Contracts.Events.Merit.V1;
using AnSinh.Contracts.Events.Payments.V1;
using AnSinh.Contracts.Events.Protection.V1;
using AnSinh.Contracts.Events.Support.V1;
using AnSinh.Contracts.Events.Training.V1;

namespace AnSinh.Benchmarks.Scale;

/// <summary>What each source tells, in about the proportions of a province: flows and stocks, people and money, corrections and voids.</summary>
static class ScaleContents
{
    const int CorrectedBack = 20_011;
    const int VoidedBack = 30_011;
    const int BegunBack = 10_007;
    const int FarthestList = 200;
    const int PoorListDraw = 32;

    /// <summary>What a source tells at a place of its log.</summary>
    /// <param name="source">Number of the source.</param>
    /// <param name="sequence">The place.</param>
    /// <param name="areas">The units.</param>
    /// <param name="recordedAt">When what stands at a place was saved.</param>
    public static ScaleTold At(int source, long sequence, ScaleAreas areas, Func<long, DateTimeOffset> recordedAt)
    {
        var draw = new ScaleDraw(source, sequence);
        var kind = draw.Below(100);
        if (source == 0 && Replaced(kind, sequence) is { } earlier)
        {
            var target = At(source, earlier, areas, recordedAt);
            var id = ScaleDraw.EventId(source, earlier);
            object record = kind < 99
                ? new PlacementCorrected { Replaces = id, Placement = ((PlacementRecorded)target.Record).Placement with { Channel = "domestic" }, Reason = "sai" }
                : new PlacementVoided { Replaces = id, Reason = "trùng" };
            return target with { Record = record };
        }

        // Three of a hundred are recorded up to two years late.
        var late = draw.Below(100) < 3 ? draw.Below(730) : draw.Below(4);
        var saved = DateOnly.FromDateTime(recordedAt(sequence).UtcDateTime);
        var day = DateOnly.FromDayNumber(Math.Max(ScaleCalendar.First.DayNumber, saved.DayNumber - late));
        if (Ends(source, sequence))
        {
            var begun = At(source, sequence - BegunBack, areas, recordedAt);
            return new ScaleTold(End(begun.Record, kind), begun.Place.On(areas, day));
        }

        var place = ScalePlace.Of(ref draw, areas, day);
        object told = source switch
        {
            0 => Employment(kind, place, ref draw),
            1 => Training(kind, place, ref draw),
            2 => Protection(kind, place, ref draw, sequence),
            3 => Merit(kind, ref draw, place),
            _ => Child(kind, place, ref draw),
        };
        return new ScaleTold(told, place);
    }

    static bool IsPlacement(long sequence) => sequence > 0 && new ScaleDraw(0, sequence).Below(100) < 60;

    // Each event is replaced once at most: what was corrected is not voided, too.
    static long? Replaced(int kind, long sequence) => kind switch
    {
        >= 96 and < 99 when IsPlacement(sequence - CorrectedBack) => sequence - CorrectedBack,
        99 when IsPlacement(sequence - VoidedBack) && new ScaleDraw(0, sequence - VoidedBack + CorrectedBack).Below(100) is < 96 or 99 => sequence - VoidedBack,
        _ => null,
    };

    // What begins and is one of seven of ten ends with the event that comes so many places later.
    static bool Ends(int source, long sequence) => new ScaleDraw(source + 16, sequence).Below(10) < 7 && Begins(source, sequence - BegunBack);

    static bool Begins(int source, long sequence)
    {
        var kind = sequence <= 0 ? -1 : new ScaleDraw(source, sequence).Below(100);
        var begins = source switch
        {
            1 => kind is >= 0 and < 45,
            2 => kind is >= 12 and < 64,
            3 => kind is >= 0 and < 30,
            4 => kind is >= 0 and < 78,
            _ => false,
        };
        return begins && !Ends(source, sequence);
    }

    static object End(object begun, int kind) => begun switch
    {
        TraineeEnrolled { Enrolment: var one } when kind < 80 => new TraineeCompleted { PersonKey = one.PersonKey, Level = one.Level, Sex = one.Sex },
        TraineeEnrolled { Enrolment: var one } => new TraineeDroppedOut { PersonKey = one.PersonKey, Level = one.Level, Sex = one.Sex },
        EntitlementStarted one => new EntitlementEnded { Scheme = one.Scheme, PersonKey = one.PersonKey, Category = one.Category, Sex = one.Sex, Reason = "khác" },
        EligibilityFound one => new EligibilityLost { PersonKey = one.PersonKey, Category = one.Category },
        CircumstanceBegan one => new CircumstanceEnded { PersonKey = one.PersonKey, Circumstance = one.Circumstance, Sex = one.Sex },
        SupportBegan one => new SupportEnded { PersonKey = one.PersonKey, Support = one.Support },
        _ => throw new ArgumentOutOfRangeException(nameof(begun), begun, "This does not begin anything."),
    };

    static string[] JoinedPoor(long sequence)
    {
        var draw = new ScaleDraw(PoorListDraw, sequence);
        return ScalePlace.People(ref draw, 4);
    }

    // Of those whom an earlier list took in, some are no longer poor.
    static string[] LeftPoor(long sequence)
    {
        for (var at = sequence - BegunBack; at > Math.Max(0, sequence - BegunBack - FarthestList); at--)
        {
            if (new ScaleDraw(2, at).Below(100) >= 95 && !Ends(2, at))
            {
                return JoinedPoor(at)[..2];
            }
        }

        return [];
    }

    static string Sex(ref ScaleDraw draw) => draw.Below(2) == 0 ? "male" : "female";

    static string Category(ref ScaleDraw draw) => draw.Of<string>(["elderly", "disabled", "orphan", "single_parent", "other"]);

    static object Employment(int kind, ScalePlace place, ref ScaleDraw draw)
    {
        var sex = Sex(ref draw);
        var channel = draw.Of<string>(["domestic", "domestic", "domestic", "loan", "overseas_contract"]);
        return kind switch
        {
            < 60 => new PlacementRecorded
            {
                Placement = new PlacementContent
                {
                    PersonKey = place.Person,
                    Channel = channel,
                    StartDate = place.Day,
                    AreaCode = place.Area,
                    Sex = sex,
                    AgeBand = draw.Of<string>(["15-24", "25-34", "35-49"]),
                    Market = channel == "overseas_contract" ? draw.Of<string>(["JP", "KR", "TW"]) : null,
                    LoanAmountVnd = channel == "loan" ? 50_000_000 : null,
                },
            },
            60 when draw.Below(10) == 0 => new Contracts.Events.People.V1.PersonIdentified { FormerKey = place.Person, PersonKey = ScalePlace.People(ref draw, 1)[0] },
            < 80 => new CounsellingRecorded { PersonKey = place.Person, Kind = draw.Of<string>(["job", "policy", "training"]), Sex = sex },
            < 94 => new UnemploymentClaimDecided { PersonKey = place.Person, Granted = draw.Below(20) > 0, MonthlyVnd = 3_000_000, Months = 3, Sex = sex },
            _ => new OverseasWorkerReturned { PersonKey = place.Person, ReturnDate = place.Day, Market = "JP" },
        };
    }

    static object Training(int kind, ScalePlace place, ref ScaleDraw draw)
    {
        var (sex, level) = (Sex(ref draw), draw.Of<string>(["elementary", "intermediate", "college", "under_3_months"]));
        return kind switch
        {
            < 45 => new TraineeEnrolled
            {
                Enrolment = new EnrolmentContent
                {
                    PersonKey = place.Person,
                    Level = level,
                    EnrolledOn = place.Day,
                    AreaCode = place.Area,
                    Institution = Guid.Empty,
                    Sex = sex,
                    RuralSubsidy = draw.Below(3) == 0,
                },
            },
            _ => new CertificateIssued { Level = level, Replacement = false },
        };
    }

    static object Protection(int kind, ScalePlace place, ref ScaleDraw draw, long sequence)
    {
        var category = Category(ref draw);
        return kind switch
        {
            < 8 => Paid("protection.assistance", category, 4, ref draw),
            < 12 => Paid("protection.topup", category, 0, ref draw),
            < 38 => new EntitlementStarted { Scheme = "protection.assistance", PersonKey = place.Person, Category = category, Sex = Sex(ref draw) },
            < 64 => new EligibilityFound { PersonKey = place.Person, Category = category },
            < 82 => new SupportDelivered { Kind = "relief", Programme = "2021", Groups = Groups(ref draw) },
            < 88 => new SupportApproved { Kind = "relief", Programme = "2021", Groups = Groups(ref draw) },
            < 95 => new HousingCompleted { Beneficiary = "poor_household", Fund = "state", Work = "new", AmountVnd = 60_000_000 },
            _ => new PovertyListApproved
            {
                Survey = Guid.Empty,
                Before = [new() { Class = "poor", Households = 20 }, new() { Class = "near_poor", Households = 30 }],
                Now = [new() { Class = "poor", Households = 25 }, new() { Class = "near_poor", Households = 35 }],
                JoinedPoor = JoinedPoor(sequence),
                LeftPoor = LeftPoor(sequence),
            },
        };
    }

    static object Merit(int kind, ref ScaleDraw draw, ScalePlace place) => kind switch
    {
        < 30 => new EntitlementStarted { Scheme = "merit.allowance", PersonKey = place.Person, Category = Category(ref draw), Sex = Sex(ref draw) },
        < 62 => Paid("merit.allowance", Category(ref draw), 0, ref draw),
        < 67 => new OverpaymentAssessed { Scheme = "merit.allowance", AmountVnd = 2_000_000, Cause = "death" },
        < 71 => new OverpaymentRecovered { Scheme = "merit.allowance", AmountVnd = 1_000_000 },
        < 83 => new SupportDelivered { Kind = "gift", Programme = "27-7", Groups = [new() { Group = "merit", Recipient = "person", Entries = 3, AmountVnd = 900_000 }] },
        < 91 => new DossierRegistered { Register = "merit", Category = Category(ref draw) },
        < 96 => new DossierDigitised { Register = "merit", Category = Category(ref draw) },
        < 98 => new RemainsReburied { Identification = "named", FoundIn = "country" },
        _ => new LivingStandardsApproved { Survey = Guid.Empty, Households = 40, AtOrAboveAverage = 38 },
    };

    static object Child(int kind, ScalePlace place, ref ScaleDraw draw)
    {
        var circumstance = draw.Of<string>(["orphan", "disabled", "abused", "poor"]);
        return kind switch
        {
            < 52 => new CircumstanceBegan { PersonKey = place.Person, Circumstance = circumstance, Sex = Sex(ref draw) },
            < 78 => new SupportBegan { PersonKey = place.Person, Support = "cash" },
            < 93 => new IncidentRecorded { Kind = "drowning", Fatal = draw.Below(3) == 0, Place = "river" },
            < 96 => new AbuseCaseOpened { AbuseType = "violence" },
            < 98 => new CaseReferred { AbuseType = "violence", To = "police", FirstTime = true },
            _ => new CaseClosed { PlanMet = draw.Below(4) > 0 },
        };
    }

    static PaymentsConfirmed Paid(string scheme, string category, int named, ref ScaleDraw draw) => new()
    {
        Scheme = scheme,
        Run = Guid.Empty,
        Groups = [new() { Category = category, Payments = 4, AmountVnd = 4 * 1_500_000, PersonKeys = named == 0 ? null : ScalePlace.People(ref draw, named) }],
    };

    static SupportGroup[] Groups(ref ScaleDraw draw) =>
        [new() { Group = draw.Of<string>(["worker_suspended", "worker_other", "poor"]), Recipient = "person", Entries = 3, AmountVnd = 4_500_000, PersonKeys = ScalePlace.People(ref draw, 3) }];
}
