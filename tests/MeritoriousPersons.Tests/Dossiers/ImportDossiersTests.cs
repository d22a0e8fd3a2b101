using AnSinh.Contracts.Common.V1;
using AnSinh.Contracts.Dossiers.V1;
using AnSinh.MeritoriousPersons.Tests.Hosting;
using Shouldly;
using Xunit;

namespace AnSinh.MeritoriousPersons.Tests.Dossiers;

public sealed class ImportDossiersTests(MeritHost service) : IClassFixture<MeritHost>
{
    [Fact]
    public async Task Import_TakesDossiersOverAsTheyStand()
    {
        var sent = Archived();
        var (results, summary) = await Importing.Dossiers(service.Officer, [sent]);
        summary.Recorded.ShouldBe(1);
        var read = await service.Dossiers.GetDossierAsync(new GetDossierRequest { Name = results[0].Resource });
        (read.State, read.Digitisation, read.Pages).ShouldBe((DossierState.Approved, DigitisationState.Verified, 31));
        (read.AppraisedOn, read.DigitisedOn).ShouldBe((sent.AppraisedOn, sent.DigitisedOn));
        read.Symbol.ShouldBe(sent.Symbol);
        read.DueOn.ShouldBeNull();
    }

    [Fact]
    public async Task Import_TheSameFileTwice_ChangesNothing()
    {
        var file = Enumerable.Range(0, 1200).Select(_ => Archived()).ToList();
        var first = await Importing.Dossiers(service.Officer, file);
        first.Summary.Recorded.ShouldBe(1200);
        var second = await Importing.Dossiers(service.Officer, file);
        second.Summary.AlreadyPresent.ShouldBe(1200);
        second.Results.Select(result => result.Resource).ShouldBe(first.Results.Select(result => result.Resource));
    }

    [Fact]
    public async Task Import_ADryRunOrAllOrNothingWithABadRow_SavesNothing()
    {
        var good = Archived();
        var bad = Archived();
        bad.Category = "TB";
        (await Importing.Dossiers(service.Officer, [good], dryRun: true)).Summary.Recorded.ShouldBe(1);
        (await Importing.Dossiers(service.Officer, [good, bad], ImportMode.AllOrNothing)).Summary.NotApplied.ShouldBe(1);
        var (results, summary) = await Importing.Dossiers(service.Officer, [good, bad]);
        (summary.Recorded, summary.Refused).ShouldBe((1, 1));
        results[1].Violations.Single().Reason.ShouldBe("dossier.category_unknown");
    }

    [Fact]
    public async Task Import_WithARowThatCannotBe_RefusesThatRow()
    {
        (Action<Dossier> Spoil, string Code)[] cases =
        [
            (one => one.State = DossierState.Refused, "dossier.state_invalid"),
            (one => one.State = DossierState.Verified, "dossier.appraised_too_early"),
            (one => one.AppraisedOn = Samples.Day(2025, 6, 1), "dossier.day_before_receipt"),
            (one => one.DigitisedOn = null, "dossier.digitised_on_mismatch"),
            (one => one.Digitisation = DigitisationState.Indexed, "dossier.digitised_on_mismatch"),
            (one => one.Pages = -1, "dossier.pages_out_of_range"),
        ];
        var rows = cases.Select(one =>
        {
            var dossier = Archived();
            one.Spoil(dossier);
            return dossier;
        });
        var (results, _) = await Importing.Dossiers(service.Officer, rows);
        results.Select(result => result.Violations.Single().Reason).ShouldBe(cases.Select(one => one.Code));
    }

    [Fact]
    public async Task Import_OfAnotherSymbolForTheSamePerson_IsRefused()
    {
        var first = Archived();
        var second = first.Clone();
        second.Symbol = "HT/TB.9999";
        var (results, summary) = await Importing.Dossiers(service.Officer, [first, first.Clone(), second]);
        (summary.Recorded, summary.AlreadyPresent, summary.Refused).ShouldBe((1, 1, 1));
        results[2].Violations.Single().Reason.ShouldBe("dossier.other_symbol");
    }

    [Fact]
    public async Task Import_OfAForeignArea_RefusesTheRow()
    {
        var foreign = Samples.Dossier(Samples.ForeignCommune);
        var (results, _) = await Importing.Dossiers(service.OfficerOf("42"), [foreign]);
        results.Single().Violations.Single().Reason.ShouldBe("area.out_of_scope");
    }

    static Dossier Archived()
    {
        var dossier = Samples.Dossier();
        dossier.Papers.Clear();
        (dossier.ReceivedOn, dossier.State) = (Samples.Day(2025, 8, 1), DossierState.Approved);
        (dossier.AppraisedOn, dossier.DigitisedOn) = (Samples.Day(2025, 8, 20), Samples.Day(2026, 2, 3));
        (dossier.Digitisation, dossier.Pages) = (DigitisationState.Verified, 31);
        return dossier;
    }
}
