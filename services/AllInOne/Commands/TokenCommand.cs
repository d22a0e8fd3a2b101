using System.CommandLine;
using AnSinh.ServiceKit.Hosting;
using AnSinh.ServiceKit.Identity;

namespace AnSinh.AllInOne.Commands;

/// <summary><c>token</c>: prints a token of the development issuer, for the owner of the data directory.</summary>
static class TokenCommand
{
    public static Command Create()
    {
        var data = HostOptions.Data();
        var subject = new Option<string>("--subject") { Description = "Account.", DefaultValueFactory = _ => "officer" };
        var roles = new Option<string[]>("--role") { Description = "Role; may be given several times.", AllowMultipleArgumentsPerToken = true };
        var permissions = new Option<string[]>("--permission") { Description = "Permission beside the roles; may be given several times.", AllowMultipleArgumentsPerToken = true };
        var areas = new Option<string[]>("--area") { Description = "Area code that the account works in; * is all areas.", AllowMultipleArgumentsPerToken = true };
        var client = new Option<string>("--client") { Description = "Client id of an agency (section Agencies); roles, permissions and areas are then those of its section." };
        var hours = new Option<int>("--hours") { Description = "Hours until it expires, 1 to 720.", DefaultValueFactory = _ => 12 };
        hours.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<int>() is < 1 or > 720)
            {
                result.AddError("--hours: từ 1 đến 720.");
            }
        });
        var command = new Command("token", "Prints a token for calling the APIs of the all-in-one.") { data, subject, roles, permissions, areas, client, hours };
        command.SetAction(parsed => ServerOptions.GuardAsync(() =>
        {
            var issuer = DevelopmentIssuer.Open(new HostPaths(parsed.GetValue(data)!), TimeProvider.System);
            var lifetime = TimeSpan.FromHours(parsed.GetValue(hours));
            Console.WriteLine(parsed.GetValue(client) is { Length: > 0 } agency
                ? issuer.IssueClientToken(agency, lifetime)
                : issuer.IssueToken(
                    parsed.GetValue(subject)!, parsed.GetValue(roles) ?? [], parsed.GetValue(permissions) ?? [], parsed.GetValue(areas) ?? [], lifetime));
            return Task.FromResult(0);
        }));
        return command;
    }
}
