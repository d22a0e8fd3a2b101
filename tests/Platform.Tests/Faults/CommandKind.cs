using Grpc.Core;

namespace AnSinh.Platform.Tests.Faults;

/// <summary>A command of one service that the load sends, and how its records are found again.</summary>
/// <param name="Service">Name of the service.</param>
/// <param name="Send">Sends it; the same number, area and request id make the same request. Gives the name of the record.</param>
/// <param name="List">Names of the records of an area, one page after a token.</param>
sealed record CommandKind(
    string Service,
    Func<int, string, string, CallOptions, Task<string>> Send,
    Func<string, string, CallOptions, Task<(IEnumerable<string> Names, string Next)>> List)
{
    /// <summary>Names of all records of an area, each as often as it is listed.</summary>
    public async Task<IReadOnlyList<string>> NamesAsync(string area, CancellationToken cancellationToken)
    {
        var names = new List<string>();
        var token = "";
        do
        {
            var page = await List(area, token, new CallOptions(cancellationToken: cancellationToken));
            names.AddRange(page.Names);
            token = page.Next;
        }
        while (token.Length > 0);
        return names;
    }
}
