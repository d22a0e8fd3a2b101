using AnSinh.Contracts.Training.V1;
using AnSinh.ServiceKit.Errors;
using AnSinh.VocationalTraining.Tests.Hosting;
using Grpc.Core;
using Shouldly;
using Xunit;

namespace AnSinh.VocationalTraining.Tests.Enrolments;

/// <summary>Every action on an enrolment in every state by every role: done, or refused with the right code, and then nothing changed.</summary>
public sealed class EnrolmentStatesTests(TrainingHost service) : IClassFixture<TrainingHost>
{
    static readonly string[] roles = ["training-viewer", "training-clerk", "training-officer", "training-signer", "training-verifier"];
    static readonly string[] actions = ["complete", "drop-out", "transfer", "void"];

    public static TheoryData<EnrolmentState, string> Cases()
    {
        var cases = new TheoryData<EnrolmentState, string>();
        foreach (var state in Enum.GetValues<EnrolmentState>().Where(state => state != EnrolmentState.Unspecified))
        {
            foreach (var action in actions)
            {
                cases.Add(state, action);
            }
        }

        return cases;
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task Action_InAState_ByEveryRole_IsAllowedOrRefusedByTheTable(EnrolmentState state, string action)
    {
        foreach (var role in roles)
        {
            var enrolment = await InStateAsync(state);
            var target = action == "transfer" ? (await service.ProgrammeAsync()).Name : "";
            var expected = Expected(state, action, role);
            var code = await TryAsync(action, enrolment, target, service.As(role));
            code.ShouldBe(expected, $"{action} in {state} by {role}");
            var after = await service.Enrolments.GetEnrolmentAsync(new GetEnrolmentRequest { Name = enrolment.Name });
            if (expected is not null)
            {
                after.ShouldBe(await service.Enrolments.GetEnrolmentAsync(new GetEnrolmentRequest { Name = enrolment.Name }));
                after.Etag.ShouldBe(enrolment.Etag);
                after.State.ShouldBe(enrolment.State);
            }
            else
            {
                after.State.ShouldBe(action switch
                {
                    "complete" => EnrolmentState.Completed,
                    "drop-out" => EnrolmentState.DroppedOut,
                    "void" => EnrolmentState.Voided,
                    _ => EnrolmentState.Studying,
                });
            }
        }
    }

    static string? Expected(EnrolmentState state, string action, string role)
    {
        var may = action == "void" ? role == "training-officer" : role is "training-officer" or "training-clerk";
        return (may, state, action) switch
        {
            (false, _, _) => "permission.missing",
            (_, EnrolmentState.Voided, _) => "enrolment.voided",
            (_, _, "void") => null,
            (_, EnrolmentState.Completed, _) => "enrolment.completed",
            (_, EnrolmentState.DroppedOut, _) => "enrolment.dropped_out",
            _ => null,
        };
    }

    async Task<Enrolment> InStateAsync(EnrolmentState state)
    {
        var enrolment = await service.EnrolmentAsync();
        var action = state switch
        {
            EnrolmentState.Completed => "complete",
            EnrolmentState.DroppedOut => "drop-out",
            EnrolmentState.Voided => "void",
            _ => null,
        };
        if (action is not null)
        {
            (await TryAsync(action, enrolment, "", service.Officer)).ShouldBeNull();
        }

        return await service.Enrolments.GetEnrolmentAsync(new GetEnrolmentRequest { Name = enrolment.Name });
    }

    static async Task<string?> TryAsync(string action, Enrolment enrolment, string target, CallInvoker calls)
    {
        var client = new EnrolmentService.EnrolmentServiceClient(calls);
        var day = Samples.Day(2026, 5, 1);
        var (name, etag, id) = (enrolment.Name, enrolment.Etag, Samples.RequestId());
        try
        {
            await (action switch
            {
                "complete" => client.CompleteTrainingAsync(new CompleteTrainingRequest { Name = name, Etag = etag, CompletedOn = day, RequestId = id }),
                "drop-out" => client.RecordDropoutAsync(new RecordDropoutRequest { Name = name, Etag = etag, DroppedOutOn = day, RequestId = id }),
                "transfer" => client.TransferTraineeAsync(
                    new TransferTraineeRequest { Name = name, Etag = etag, Programme = target, TransferredOn = day, RequestId = id }),
                _ => client.VoidEnrolmentAsync(new VoidEnrolmentRequest { Name = name, Etag = etag, Reason = "Ghi nhầm", RequestId = id }),
            });
            return null;
        }
        catch (RpcException refused)
        {
            return Refusal.From(refused).ShouldNotBeNull(refused.Status.Detail).Code;
        }
    }
}
