using AnSinh.ServiceKit.Errors;
using Wire = AnSinh.Contracts.Child.V1;

namespace AnSinh.ChildProtection.Cases;

/// <summary>Says who reads and works on a case: need to know.</summary>
/// <param name="book">Finds and notes.</param>
sealed class AssignTeam(CaseBook book)
{
    const int MostMembers = 20;
    const int LongestAccount = 100;

    /// <summary>Replaces the team.</summary>
    /// <exception cref="Refusal">As <see cref="CaseBook.FindForAsync"/>; INVALID_ARGUMENT <c>case.team_invalid</c>.</exception>
    public async Task<AbuseCase> RunAsync(Wire.AssignTeamRequest request, CancellationToken cancellationToken)
    {
        var one = await book.FindForAsync(CaseAction.AssignTeam, request.Name, request.Etag, cancellationToken);
        var team = request.Team.Select(account => account.Trim()).ToHashSet(StringComparer.Ordinal);
        if (team.Count is 0 or > MostMembers || team.Any(account => account.Length is 0 or > LongestAccount))
        {
            throw Refusal.Invalid(
                "team", "case.team_invalid", $"Nhóm phụ trách phải có từ 1 đến {MostMembers} tài khoản, mỗi tài khoản từ 1 đến {LongestAccount} ký tự.");
        }

        one.Members.RemoveAll(member => !team.Remove(member.Account));
        one.Members.AddRange(team.Select(account => new CaseMember { CaseId = one.Id, Account = account }));
        return book.Note(one, CaseAction.AssignTeam, one.State, null);
    }
}
