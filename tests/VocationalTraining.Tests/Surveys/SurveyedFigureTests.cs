using AnSinh.Contracts.Surveys.V1;
using AnSinh.ServiceKit.Errors;
using AnSinh.Testing;
using AnSinh.VocationalTraining.Tests.Hosting;
using Grpc.Core;
using Shouldly;
using Xunit;
using Client = AnSinh.Contracts.Training.V1.TrainingSurveyService.TrainingSurveyServiceClient;

namespace AnSinh.VocationalTraining.Tests.Surveys;

public sealed class SurveyedFigureTests(TrainingHost service) : IClassFixture<TrainingHost>
{
    static int days;

    Client Author => new(service.As("training-clerk", "author"));

    Client Signer => new(service.As("training-signer", "signer"));

    [Fact]
    public async Task Sign_ByAnother_HoldsTheFigureAsItWasWritten()
    {
        var keyed = await RecordAsync(Figure());
        keyed.State.ShouldBe(SurveyedFigureState.Keyed);
        keyed.KeyedBy.ShouldBe("author");
        var signed = await Signer.SignSurveyedFigureAsync(Sign(keyed));
        signed.State.ShouldBe(SurveyedFigureState.Signed);
        signed.SignedBy.ShouldBe("signer");
        signed.Value.ShouldBe("65.450");
        (await Signer.GetSurveyedFigureAsync(new GetSurveyedFigureRequest { Name = keyed.Name })).ShouldBe(signed);
    }

    [Fact]
    public async Task Sign_ByItsAuthor_IsRefused_WhateverRolesTheAuthorHas()
    {
        var both = new Client(service.Host.Channel(service.Host.Token(["*"], ["training-clerk", "training-signer"], [], "both")));
        var keyed = await both.RecordSurveyedFigureAsync(new RecordSurveyedFigureRequest { Figure = Figure(), RequestId = Samples.RequestId() });
        await Refused.With(both.SignSurveyedFigureAsync(Sign(keyed)), StatusCode.FailedPrecondition, "survey.signed_by_author");
        (await both.GetSurveyedFigureAsync(new GetSurveyedFigureRequest { Name = keyed.Name })).ShouldBe(keyed);
    }

    [Theory]
    [InlineData("65,45", "survey.value_malformed")]
    [InlineData("6.5e1", "survey.value_malformed")]
    [InlineData("065", "survey.value_malformed")]
    [InlineData("65.", "survey.value_malformed")]
    [InlineData("", "survey.value_malformed")]
    [InlineData("65\n", "survey.value_malformed")]
    [InlineData("-1", "survey.value_out_of_range")]
    [InlineData("100.000001", "survey.value_out_of_range")]
    public async Task Record_WhenTheValueIsNoPercentage_IsRefused(string value, string code)
    {
        var figure = Figure();
        figure.Value = value;
        await Refused.Field(Author.RecordSurveyedFigureAsync(new RecordSurveyedFigureRequest { Figure = figure, RequestId = Samples.RequestId() }), "figure.value", code);
    }

    [Fact]
    public async Task Record_OfAnotherServicesIndicator_OrWithoutSource_IsRefused()
    {
        var figure = Figure();
        (figure.Indicator, figure.Source, figure.Day) = ("EMP-13", " ", null);
        var refusal = await Refused.With(
            Author.RecordSurveyedFigureAsync(new RecordSurveyedFigureRequest { Figure = figure, RequestId = Samples.RequestId() }),
            StatusCode.InvalidArgument, "survey.day_required");
        refusal.Violations.Select(one => one.Code).ShouldBe(["survey.day_required", "survey.indicator_not_taken", "survey.source_required"]);
    }

    [Fact]
    public async Task Record_WhileAnotherWaits_IsRefused_AndTakesItsPlaceOnceThatIsSigned()
    {
        var figure = Figure();
        var keyed = await RecordAsync(figure);
        var refusal = await Refused.With(
            Author.RecordSurveyedFigureAsync(new RecordSurveyedFigureRequest { Figure = figure, RequestId = Samples.RequestId() }),
            StatusCode.AlreadyExists, "survey.awaits_signature");
        refusal.Metadata["figure"].ShouldBe(keyed.Name);
        await Signer.SignSurveyedFigureAsync(Sign(keyed));
        figure.Value = "66";
        (await RecordAsync(figure)).State.ShouldBe(SurveyedFigureState.Keyed);
    }

    [Theory]
    [InlineData(SurveyedFigureState.Keyed, "sign", null)]
    [InlineData(SurveyedFigureState.Keyed, "withdraw", null)]
    [InlineData(SurveyedFigureState.Signed, "sign", "survey.already_signed")]
    [InlineData(SurveyedFigureState.Signed, "withdraw", null)]
    [InlineData(SurveyedFigureState.Withdrawn, "sign", "survey.withdrawn")]
    [InlineData(SurveyedFigureState.Withdrawn, "withdraw", "survey.withdrawn")]
    public async Task Action_InAState_ByEveryRole_IsAllowedOrRefusedByTheTable(SurveyedFigureState state, string action, string? refusal)
    {
        foreach (var role in new[] { "training-viewer", "training-clerk", "training-officer", "training-signer", "training-verifier" })
        {
            var figure = await RecordAsync(Figure());
            if (state != SurveyedFigureState.Keyed)
            {
                await TryAsync(state == SurveyedFigureState.Signed ? "sign" : "withdraw", figure, Signer);
                figure = await Signer.GetSurveyedFigureAsync(new GetSurveyedFigureRequest { Name = figure.Name });
            }

            var expected = role == "training-signer" ? refusal : "permission.missing";
            (await TryAsync(action, figure, new Client(service.As(role, "somebody")))).ShouldBe(expected, $"{action} in {state} by {role}");
            var after = await Signer.GetSurveyedFigureAsync(new GetSurveyedFigureRequest { Name = figure.Name });
            (after.Etag == figure.Etag).ShouldBe(expected is not null);
        }
    }

    [Fact]
    public async Task AnOfficerOfAnotherProvince_NeitherReadsNorWrites()
    {
        var keyed = await RecordAsync(Figure());
        var foreign = new Client(service.As("training-clerk", "foreign", "46"));
        await Refused.With(foreign.GetSurveyedFigureAsync(new GetSurveyedFigureRequest { Name = keyed.Name }), StatusCode.PermissionDenied, "area.out_of_scope");
        await Refused.With(
            foreign.RecordSurveyedFigureAsync(new RecordSurveyedFigureRequest { Figure = Figure(), RequestId = Samples.RequestId() }),
            StatusCode.PermissionDenied, "area.out_of_scope");
        (await foreign.ListSurveyedFiguresAsync(new ListSurveyedFiguresRequest())).Figures.ShouldBeEmpty();
        (await Signer.ListSurveyedFiguresAsync(new ListSurveyedFiguresRequest { Indicator = "VOC-06", AreaCode = "42" })).Figures.ShouldContain(keyed);
    }

    // Every figure of a test is about a day of its own, so that none waits for another's signature.
    static SurveyedFigure Figure() => new()
    {
        Indicator = "VOC-06",
        AreaCode = "42",
        Day = ServiceKit.Requests.WireDate.Of(new DateOnly(2010, 1, 1).AddDays(Interlocked.Increment(ref days))),
        Value = "65.450",
        Source = "Cục Thống kê, công bố ngày 31/12",
    };

    async Task<SurveyedFigure> RecordAsync(SurveyedFigure figure) =>
        await Author.RecordSurveyedFigureAsync(new RecordSurveyedFigureRequest { Figure = figure, RequestId = Samples.RequestId() });

    static SignSurveyedFigureRequest Sign(SurveyedFigure figure) => new() { Name = figure.Name, Etag = figure.Etag, RequestId = Samples.RequestId() };

    static async Task<string?> TryAsync(string action, SurveyedFigure figure, Client client)
    {
        try
        {
            await (action == "sign"
                ? client.SignSurveyedFigureAsync(Sign(figure))
                : client.WithdrawSurveyedFigureAsync(new WithdrawSurveyedFigureRequest
                {
                    Name = figure.Name,
                    Etag = figure.Etag,
                    Reason = "Số liệu sơ bộ",
                    RequestId = Samples.RequestId(),
                }));
            return null;
        }
        catch (RpcException refused)
        {
            return Refusal.From(refused).ShouldNotBeNull(refused.Status.Detail).Code;
        }
    }
}
