using System.Diagnostics.CodeAnalysis;

namespace Grpc.Core.Utils;

/// <summary>Checks of arguments and of state.</summary>
public static class GrpcPreconditions
{
    /// <summary>Checks an argument.</summary>
    /// <param name="condition">What must hold.</param>
    /// <exception cref="ArgumentException">It does not hold.</exception>
    public static void CheckArgument([DoesNotReturnIf(false)] bool condition)
    {
        if (!condition) throw new ArgumentException(null, (string?)null);
    }

    /// <summary>Checks an argument.</summary>
    /// <param name="condition">What must hold.</param>
    /// <param name="errorMessage">What to say when it does not.</param>
    /// <exception cref="ArgumentException">It does not hold.</exception>
    public static void CheckArgument([DoesNotReturnIf(false)] bool condition, string errorMessage)
    {
        if (!condition) throw new ArgumentException(errorMessage);
    }

    /// <summary>Checks that a reference is not null.</summary>
    /// <typeparam name="T">Type of the reference.</typeparam>
    /// <param name="reference">The reference.</param>
    /// <returns>The reference.</returns>
    /// <exception cref="ArgumentNullException">It is null.</exception>
    public static T CheckNotNull<T>([NotNull] T? reference) => reference is null ? throw new ArgumentNullException() : reference;

    /// <summary>Checks that an argument is not null.</summary>
    /// <typeparam name="T">Type of the argument.</typeparam>
    /// <param name="reference">The argument.</param>
    /// <param name="paramName">Name of the argument.</param>
    /// <returns>The argument.</returns>
    /// <exception cref="ArgumentNullException">It is null.</exception>
    public static T CheckNotNull<T>([NotNull] T? reference, string paramName) =>
        reference is null ? throw new ArgumentNullException(paramName) : reference;

    /// <summary>Checks the state of an object.</summary>
    /// <param name="condition">What must hold.</param>
    /// <exception cref="InvalidOperationException">It does not hold.</exception>
    public static void CheckState([DoesNotReturnIf(false)] bool condition)
    {
        if (!condition) throw new InvalidOperationException();
    }

    /// <summary>Checks the state of an object.</summary>
    /// <param name="condition">What must hold.</param>
    /// <param name="errorMessage">What to say when it does not.</param>
    /// <exception cref="InvalidOperationException">It does not hold.</exception>
    public static void CheckState([DoesNotReturnIf(false)] bool condition, string errorMessage)
    {
        if (!condition) throw new InvalidOperationException(errorMessage);
    }
}
