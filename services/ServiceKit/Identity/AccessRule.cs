using AnSinh.Contracts.Common.V1;
using Google.Protobuf;
using Google.Protobuf.Reflection;

namespace AnSinh.ServiceKit.Identity;

/// <summary>The access rule of one rpc, as its contract declares it.</summary>
public sealed record AccessRule
{
    /// <summary>The rpc.</summary>
    public required MethodDescriptor Method { get; init; }

    /// <summary>Name of the rpc on the wire, such as <c>/ansinh.employment.v1.PlacementService/RecordPlacement</c>.</summary>
    public string FullName => NameOf(Method);

    /// <summary>Permission that the caller needs.</summary>
    public required string Permission { get; init; }

    /// <summary>Whether the rpc changes something.</summary>
    public required Effect Effect { get; init; }

    /// <summary>How the rpc's area is compared with the caller's areas.</summary>
    public required AreaRule AreaRule { get; init; }

    /// <summary>For <see cref="Contracts.Common.V1.AreaRule.Field"/>: path of the field in the request; empty otherwise.</summary>
    public required string AreaField { get; init; }

    /// <summary>The fields along <see cref="AreaField"/>, outermost first.</summary>
    public required IReadOnlyList<FieldDescriptor> AreaPath { get; init; }

    /// <summary>Reads the area code from a request.</summary>
    /// <param name="request">The request.</param>
    /// <returns>The code; empty when the field, or a message on the way to it, is not set.</returns>
    public string AreaCodeOf(IMessage request)
    {
        object? value = request;
        foreach (var field in AreaPath)
        {
            value = value is IMessage message ? field.Accessor.GetValue(message) : null;
        }

        return value as string ?? "";
    }

    /// <summary>Name of an rpc on the wire.</summary>
    /// <param name="method">The rpc.</param>
    public static string NameOf(MethodDescriptor method) => $"/{method.Service.FullName}/{method.Name}";
}
