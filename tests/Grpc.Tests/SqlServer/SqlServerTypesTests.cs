using System.Reflection;
using System.Runtime.CompilerServices;
using Microsoft.Data.SqlClient;
using Microsoft.SqlServer.Server;
using Shouldly;
using Xunit;

namespace Grpc.Tests.SqlServer;

/// <summary>What SQL Server's client takes from the assembly that the feed lacks.</summary>
public sealed class SqlServerTypesTests
{
    [Fact]
    public void Reference_OfTheClient_IsMet()
    {
        var reference = typeof(SqlCommand).Assembly.GetReferencedAssemblies().Single(name => name.Name == "Microsoft.SqlServer.Server");

        Assembly.Load(reference).ShouldBe(typeof(Format).Assembly);
        Assembly.Load(reference).GetName().Version.ShouldBe(reference.Version);
    }

    // The client failed where the runtime compiled the method that writes a command's parameters, so every method is compiled here; no server is needed.
    [Fact]
    public void Methods_OfTheClientThatSendACommand_CanAllBeCompiled()
    {
        var client = typeof(SqlCommand).Assembly;
        const BindingFlags Declared =
            BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;
        Type[] types = [client.GetType("Microsoft.Data.SqlClient.TdsParser", throwOnError: true)!, typeof(SqlCommand), typeof(SqlParameter)];
        var methods = types
            .SelectMany(type => type.GetMethods(Declared))
            .Where(method => !method.IsAbstract && !method.ContainsGenericParameters)
            .ToList();

        methods.Count.ShouldBeGreaterThan(300);
        methods.ForEach(method => RuntimeHelpers.PrepareMethod(method.MethodHandle));
    }

    [Fact]
    public void Format_HasTheNumbersThatTheClientWasCompiledWith() =>
        Enum.GetValues<Format>().Select(format => $"{(int)format} {format}").ShouldBe(["0 Unknown", "1 Native", "2 UserDefined"]);

    [Fact]
    public void Attribute_CarriesWhatItWasGiven()
    {
        var attribute = typeof(Point).GetCustomAttribute<SqlUserDefinedTypeAttribute>()!;

        attribute.Format.ShouldBe(Format.UserDefined);
        attribute.MaxByteSize.ShouldBe(16);
        attribute.IsByteOrdered.ShouldBeTrue();
        attribute.IsFixedLength.ShouldBeTrue();
        attribute.ValidationMethodName.ShouldBe("Check");
        attribute.Name.ShouldBe("point");
        new SqlUserDefinedTypeAttribute(Format.Native).ValidationMethodName.ShouldBeNull();
    }

    [Fact]
    public void Attribute_WithAFormatOrSizeThatCannotBe_IsRefused()
    {
        Should.Throw<ArgumentOutOfRangeException>(() => new SqlUserDefinedTypeAttribute(Format.Unknown));
        Should.Throw<ArgumentOutOfRangeException>(() => new SqlUserDefinedTypeAttribute(Format.Native) { MaxByteSize = -2 });
        new SqlUserDefinedTypeAttribute(Format.UserDefined) { MaxByteSize = -1 }.MaxByteSize.ShouldBe(-1);
    }

    [Fact]
    public void InvalidUdtException_NamesTheTypeAndTheReason() =>
        InvalidUdtException.Create(typeof(Point), "no attribute").Message.ShouldBe($"'{typeof(Point).FullName}' is an invalid user defined type: no attribute");

    [Fact]
    public void ParameterOfAUserDefinedType_IsTakenByTheClient()
    {
        using var command = new SqlCommand("insert into places values (@place, @name)");
        command.Parameters.Add(new SqlParameter("@place", System.Data.SqlDbType.Udt) { UdtTypeName = "point", Value = new Point { X = 1, Y = 2 } });
        command.Parameters.AddWithValue("@name", "Hà Tĩnh");

        command.Parameters.Count.ShouldBe(2);
    }

    [SqlUserDefinedType(Format.UserDefined, MaxByteSize = 16, IsByteOrdered = true, IsFixedLength = true, ValidationMethodName = "Check", Name = "point")]
    sealed class Point : IBinarySerialize
    {
        public int X { get; set; }

        public int Y { get; set; }

        public void Read(BinaryReader r) => (X, Y) = (r.ReadInt32(), r.ReadInt32());

        public void Write(BinaryWriter w)
        {
            w.Write(X);
            w.Write(Y);
        }
    }
}
