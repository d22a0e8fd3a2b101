using AnSinh.BenefitPayments.Reconciliation;
using AnSinh.BenefitPayments.Runs;
using AnSinh.ServiceKit.Errors;
using FsCheck;
using FsCheck.Fluent;
using Shouldly;
using Xunit;

namespace AnSinh.BenefitPayments.Tests.Reconciliation;

public sealed class ReturnVerdictsTests
{
    [Theory]
    [InlineData(ReturnWord.Paid, 100, PaymentLineState.Open, ReturnLineState.Matched, PaymentLineState.Matched)]
    [InlineData(ReturnWord.Paid, 99, PaymentLineState.Open, ReturnLineState.AmountDiffers, PaymentLineState.AmountDiffers)]
    [InlineData(ReturnWord.Paid, 100, PaymentLineState.AmountDiffers, ReturnLineState.Matched, PaymentLineState.Matched)]
    [InlineData(ReturnWord.Unpaid, 0, PaymentLineState.Open, ReturnLineState.Unpaid, PaymentLineState.Unpaid)]
    [InlineData(ReturnWord.Unpaid, 100, PaymentLineState.Open, ReturnLineState.Unpaid, PaymentLineState.Unpaid)]
    [InlineData(ReturnWord.Unpaid, 50, PaymentLineState.Open, ReturnLineState.AmountDiffers, PaymentLineState.AmountDiffers)]
    [InlineData(ReturnWord.Returned, 100, PaymentLineState.Open, ReturnLineState.Returned, PaymentLineState.Returned)]
    [InlineData(ReturnWord.Returned, 100, PaymentLineState.Matched, ReturnLineState.Returned, PaymentLineState.Returned)]
    [InlineData(ReturnWord.Returned, 99, PaymentLineState.Matched, ReturnLineState.AmountDiffers, null)]
    [InlineData(ReturnWord.Returned, 100, PaymentLineState.DeadAfterPayment, ReturnLineState.Returned, PaymentLineState.Returned)]
    [InlineData(ReturnWord.Paid, 100, PaymentLineState.Returned, ReturnLineState.Matched, null)]
    [InlineData(ReturnWord.Paid, 100, PaymentLineState.Matched, ReturnLineState.Duplicate, null)]
    [InlineData(ReturnWord.Unpaid, 0, PaymentLineState.Matched, ReturnLineState.Duplicate, null)]
    [InlineData(ReturnWord.Paid, 100, PaymentLineState.Unpaid, ReturnLineState.Duplicate, null)]
    [InlineData(ReturnWord.Returned, 100, PaymentLineState.Returned, ReturnLineState.Duplicate, null)]
    public void ALine_IsWhatThePaymentMakesOfIt(ReturnWord word, long amount, PaymentLineState now, ReturnLineState state, PaymentLineState? becomes)
    {
        var verdict = ReturnVerdicts.Of([Row(1, word, amount)], Payments((1, 100, now, false))).ShouldHaveSingleItem();
        verdict.State.ShouldBe(state);
        verdict.Becomes.ShouldBe(becomes);
    }

    [Fact]
    public void APaymentToTheDead_IsShown() =>
        ReturnVerdicts.Of([Row(1, ReturnWord.Paid, 100)], Payments((1, 100, PaymentLineState.Open, true))).ShouldHaveSingleItem().State
            .ShouldBe(ReturnLineState.DeadAfterPayment);

    [Fact]
    public void BadLines_RefuseTheFile_EachByItsNumber()
    {
        var verdicts = ReturnVerdicts.Of(
            [At(2, 1, 100), At(3, 1, 100), At(4, 7, 100), At(5, 2, 90)],
            Payments((1, 100, PaymentLineState.Open, false), (2, 100, PaymentLineState.Open, false)));
        Should.Throw<Refusal>(() => ReturnVerdicts.RequireGood(verdicts)).Violations.Select(violation => (violation.Field, violation.Code)).ShouldBe(
            [("line 3", "return_file.duplicate_line"), ("line 4", "return_file.unknown_line"), ("line 5", "return_file.amount_differs")]);
    }

    /// <summary>Payments and returns spread over files, read in any order, some twice: the payments end in the same states.</summary>
    [Fact]
    public void Files_InAnyOrderAndRepeated_EndInTheSameStates() => Prop.ForAll(
        Gen.ListOf(Gen.Elements(ReturnWord.Paid, ReturnWord.Unpaid, ReturnWord.Returned), 12).ToArbitrary(),
        Gen.Shuffle(Enumerable.Range(0, 8).ToArray()).ToArbitrary(),
        (words, order) =>
        {
            // Four files of first words, four of what came back afterwards; each file stands twice in the list of files.
            var files = Enumerable.Range(0, 4).Select(file => words.Select((word, at) => (word, at)).Where(one => one.at % 4 == file)
                    .Select(one => Row(one.at + 1, one.word == ReturnWord.Returned ? ReturnWord.Paid : one.word, 100)).ToList())
                .Concat(Enumerable.Range(0, 4).Select(file => words.Select((word, at) => (word, at)).Where(one => one.word == ReturnWord.Returned && one.at % 4 == file)
                    .Select(one => Row(one.at + 1, ReturnWord.Returned, 100)).ToList())).ToList();
            var inOrder = Book(files);
            Book([.. order.Select(at => files[at])]).ShouldBe(inOrder);
            Book([.. order.Concat(order.Reverse()).Select(at => files[at])]).ShouldBe(inOrder);
            inOrder.ShouldBe(words.Select(word => word switch
            {
                ReturnWord.Paid => PaymentLineState.Matched,
                ReturnWord.Unpaid => PaymentLineState.Unpaid,
                _ => PaymentLineState.Returned,
            }));
        }).QuickCheckThrowOnFailure();

    static List<PaymentLineState> Book(IReadOnlyList<List<ReturnRow>> files)
    {
        var now = Enumerable.Range(1, 12).ToDictionary(number => number, number => Payment(number, 100, PaymentLineState.Open, false));
        foreach (var file in files)
        {
            foreach (var verdict in ReturnVerdicts.Of(file, now).Where(verdict => verdict.Becomes is not null))
            {
                now[verdict.Row.LineNo] = now[verdict.Row.LineNo] with { State = verdict.Becomes!.Value };
            }
        }

        return [.. now.OrderBy(one => one.Key).Select(one => one.Value.State)];
    }

    static ReturnRow Row(int number, ReturnWord word, long amount) => new(number + 1, number, word, amount, new DateOnly(2023, 9, 12), "");

    static ReturnRow At(int fileLine, int number, long amount) => new(fileLine, number, ReturnWord.Paid, amount, new DateOnly(2023, 9, 12), "");

    static Dictionary<int, ListedPayment> Payments(params (int Number, long Amount, PaymentLineState State, bool Dead)[] payments) =>
        payments.ToDictionary(one => one.Number, one => Payment(one.Number, one.Amount, one.State, one.Dead));

    static ListedPayment Payment(int number, long amount, PaymentLineState state, bool dead) => new(number, amount, state, "18073", "TB", "key", dead);
}
