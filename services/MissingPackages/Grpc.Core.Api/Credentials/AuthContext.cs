namespace Grpc.Core;

/// <summary>Who the peer of a call is, as the transport (TLS) established it.</summary>
public class AuthContext
{
    readonly Dictionary<string, List<AuthProperty>> properties;

    /// <summary>Makes a context. For transports and tests.</summary>
    /// <param name="peerIdentityPropertyName">Name of the property that identifies the peer; null when the peer is not authenticated.</param>
    /// <param name="properties">The properties by name.</param>
    /// <exception cref="ArgumentNullException"><paramref name="properties"/> is null.</exception>
    public AuthContext(string? peerIdentityPropertyName, Dictionary<string, List<AuthProperty>> properties)
    {
        ArgumentNullException.ThrowIfNull(properties);
        PeerIdentityPropertyName = peerIdentityPropertyName;
        this.properties = properties;
    }

    /// <summary>Whether the peer proved who it is.</summary>
    public bool IsPeerAuthenticated => PeerIdentityPropertyName is not null;

    /// <summary>Name of the property that identifies the peer; null when the peer is not authenticated.</summary>
    public string? PeerIdentityPropertyName { get; }

    /// <summary>The properties that identify the peer; none when it is not authenticated.</summary>
    public IEnumerable<AuthProperty> PeerIdentity => PeerIdentityPropertyName is null ? [] : FindPropertiesByName(PeerIdentityPropertyName);

    /// <summary>All properties.</summary>
    public IEnumerable<AuthProperty> Properties => properties.Values.SelectMany(group => group);

    /// <summary>The properties of one name.</summary>
    /// <param name="propertyName">The name.</param>
    /// <returns>The properties; none when the name does not occur.</returns>
    public IEnumerable<AuthProperty> FindPropertiesByName(string propertyName) => properties.TryGetValue(propertyName, out var found) ? found : [];
}
