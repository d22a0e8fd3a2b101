using System.Text;

namespace Grpc.Core;

/// <summary>One fact about the peer of a call, such as a name in its certificate.</summary>
public class AuthProperty
{
    readonly byte[] valueBytes;
    readonly Lazy<string> value;

    AuthProperty(string name, byte[] valueBytes)
    {
        Name = name;
        this.valueBytes = valueBytes;
        value = new Lazy<string>(() => Encoding.UTF8.GetString(this.valueBytes));
    }

    /// <summary>Name of the property.</summary>
    public string Name { get; }

    /// <summary>The value as UTF-8 text.</summary>
    public string Value => value.Value;

    /// <summary>A copy of the value's bytes.</summary>
    public byte[] ValueBytes => (byte[])valueBytes.Clone();

    /// <summary>Makes a property.</summary>
    /// <param name="name">Name of the property.</param>
    /// <param name="valueBytes">The value; it is copied.</param>
    /// <returns>The property.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public static AuthProperty Create(string name, byte[] valueBytes)
    {
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(valueBytes);
        return new AuthProperty(name, (byte[])valueBytes.Clone());
    }
}
