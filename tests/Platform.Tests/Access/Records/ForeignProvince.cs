using System.Globalization;
using AnSinh.Contracts.Common.V1;
using Google.Protobuf;
using Google.Protobuf.Reflection;
using Grpc.Core;
using Shouldly;
using Date = Google.Type.Date;

namespace AnSinh.Platform.Tests.Access.Records;

/// <summary>Huế (46), for callers who work in Hà Tĩnh (42): makes records through the APIs and keeps what requests need to name them.</summary>
/// <param name="everything">Calls with every permission, everywhere.</param>
/// <param name="commune">A commune of the province, valid from 2025-07-01.</param>
public sealed class ForeignProvince(CallInvoker everything, string commune)
{
    /// <summary>The province.</summary>
    public const string Code = "46";

    readonly Dictionary<string, ForeignRecord> records = [];
    readonly Dictionary<string, (string Field, object Value)> listFields = [];
    int people;

    /// <summary>Calls with every permission, everywhere.</summary>
    public CallInvoker Calls => everything;

    /// <summary>A commune of the province, valid from 2025-07-01.</summary>
    public string Commune => commune;

    /// <summary>The day of everything that happened.</summary>
    public static Date Day => new() { Year = 2026, Month = 1, Day = 5 };

    /// <summary>The month of everything that is paid.</summary>
    public static Date Month => new() { Year = 2026, Month = 1 };

    /// <summary>Records by "Service/Method", or by "Service" for the methods without one of their own.</summary>
    public IReadOnlyDictionary<string, ForeignRecord> Records => records;

    /// <summary>Id of a command.</summary>
    public static string RequestId() => Guid.NewGuid().ToString();

    /// <summary>A made-up man whom nobody has registered: no province has the code 099.</summary>
    public Person Person(int born = 1945)
    {
        var number = Interlocked.Increment(ref people);
        return new Person
        {
            FullName = string.Create(CultureInfo.InvariantCulture, $"Công dân Mẫu {number}"),
            CitizenNumber = string.Create(CultureInfo.InvariantCulture, $"099{(born < 2000 ? 0 : 2)}{born % 100:D2}{number:D6}"),
            BirthDate = new Date { Year = born, Month = 3, Day = 14 },
            Sex = PersonSex.Male,
            AreaCode = commune,
        };
    }

    /// <summary>Keeps a record for a service or for one of its methods.</summary>
    public void Keep(string key, ForeignRecord record) => records.Add(key, record);

    /// <summary>Keeps what a list must be asked for to show the records.</summary>
    public void KeepList(ServiceDescriptor service, string method, string field, object value) => listFields.Add($"{service.Name}/{method}", (field, value));

    /// <summary>A request that would show the records of a list.</summary>
    public IMessage ListRequest(MethodDescriptor rpc)
    {
        var request = SampleRequests.Empty(rpc.InputType);
        if (listFields.TryGetValue($"{rpc.Service.Name}/{rpc.Name}", out var wanted))
        {
            rpc.InputType.FindFieldByName(wanted.Field).Accessor.SetValue(request, wanted.Value);
        }

        return request;
    }

    /// <summary>Calls an rpc that several services have alike.</summary>
    public async Task<T> CallAsync<T>(ServiceDescriptor service, string method, IMessage request)
        where T : IMessage => (T)(await RpcCaller.CallAsync(everything, service.FindMethodByName(method), request))[0];

    /// <summary>Imports one row, which must be recorded.</summary>
    /// <returns>The resource name.</returns>
    public async Task<string> ImportAsync(ServiceDescriptor service, string method, params IReadOnlyList<IMessage> requests)
    {
        var answers = await RpcCaller.CallAsync(everything, service.FindMethodByName(method), requests);
        var result = answers.Cast<ImportResponse>().SelectMany(answer => answer.Results).ShouldHaveSingleItem();
        result.Outcome.ShouldBe(ImportOutcome.Recorded, $"{service.Name}/{method}: {result}");
        return result.Resource;
    }
}
