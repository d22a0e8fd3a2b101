namespace Grpc.Core;

/// <summary>What is known of an rpc without its message types.</summary>
public interface IMethod
{
    /// <summary>Kind of rpc.</summary>
    MethodType Type { get; }

    /// <summary>Full name of the service, with its package.</summary>
    string ServiceName { get; }

    /// <summary>Name of the rpc within its service.</summary>
    string Name { get; }

    /// <summary>The path that travels: <c>/service/name</c>.</summary>
    string FullName { get; }
}
