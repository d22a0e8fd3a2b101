using AnSinh.ServiceKit.Hosting;
using AnSinh.ServiceKit.Identity;
using AnSinh.ServiceKit.Tests.Hosting;
using Microsoft.Extensions.Configuration;
using Shouldly;
using Xunit;

namespace AnSinh.ServiceKit.Tests.Identity;

public sealed class PersonKeysTests : IDisposable
{
    const string Number = "042000000001";

    readonly TemporaryDirectory data = new();

    public void Dispose() => data.Dispose();

    PersonKeys Open(string directory = "a", params (string Key, string Value)[] settings) => new(
        new ConfigurationBuilder().AddInMemoryCollection(settings.ToDictionary(pair => pair.Key, pair => (string?)pair.Value)).Build(),
        new HostPaths(Path.Combine(data.Path, directory)));

    PersonKeys Making(string directory = "a") => Open(directory, ("Identity:MakeKeys", "true"));

    [Fact]
    public void ForCitizenNumber_IsTheSameAfterAStart()
    {
        var first = Making().ForCitizenNumber(Number);

        first.Length.ShouldBe(PersonKeys.Length);
        Making().ForCitizenNumber(Number).ShouldBe(first);
        Open().ForCitizenNumber(Number).ShouldBe(first);
    }

    [Fact]
    public void ForCitizenNumber_UnderAnotherSecret_IsAnother() => Making("a").ForCitizenNumber(Number).ShouldNotBe(Making("b").ForCitizenNumber(Number));

    [Fact]
    public void ForCitizenNumber_UnderAGivenSecret_IsWhatItAlwaysWas()
    {
        // Stored keys must stay good: HMAC-SHA-256 of the digits under 32 zero bytes, first 16 bytes, computed elsewhere.
        var file = Path.Combine(data.Path, "given.json");
        File.WriteAllText(file, $$"""{"current":"p","keys":{"p":"{{Convert.ToBase64String(new byte[32])}}"} }""");

        Open("c", ("Identity:PersonKeyFile", file)).ForCitizenNumber(Number).ShouldBe("iB1eKcMsgVwN2iW1PSQ4KA");
    }

    [Theory]
    [InlineData("")]
    [InlineData("04200000000")]
    [InlineData("0420000000011")]
    [InlineData("04200000000a")]
    [InlineData("04200000000１")]
    public void ForCitizenNumber_WhenItIsNoNumber_Throws(string text) => Should.Throw<ArgumentException>(() => Making().ForCitizenNumber(text));

    [Fact]
    public void Local_DependsOnTheIdOnly()
    {
        var keys = Making();
        var id = Guid.CreateVersion7();

        keys.Local(id).ShouldBe(Making().Local(id));
        keys.Local(id).ShouldNotBe(keys.Local(Guid.CreateVersion7()));
        keys.Local(id).Length.ShouldBe(PersonKeys.Length);
    }

    [Fact]
    public void Open_WhenServicesRunApart_WantsTheCommonKeyFile() =>
        Should.Throw<InvalidOperationException>(() => Open("d")).Message.ShouldContain("Identity:PersonKeyFile");

    [Fact]
    public void Open_WhenTheNamedFileIsMissing_DoesNotMakeOne()
    {
        var file = Path.Combine(data.Path, "missing.json");

        Should.Throw<InvalidOperationException>(() => Open("a", ("Identity:PersonKeyFile", file), ("Identity:MakeKeys", "true")));
        File.Exists(file).ShouldBeFalse();
    }

    [Fact]
    public void Open_WhenTheFileIsDamaged_SaysSoWithoutShowingIt()
    {
        var file = Path.Combine(data.Path, "damaged.json");
        File.WriteAllText(file, """{"current":"p","keys":{"p":"c2VjcmV0"}}""");

        Should.Throw<InvalidOperationException>(() => Open("a", ("Identity:PersonKeyFile", file))).Message.ShouldNotContain("c2VjcmV0");
    }

    [Fact]
    public async Task Open_WhenManyStartAtOnce_AgreeOnOneKey()
    {
        for (var round = 0; round < 50; round++)
        {
            var directory = $"e{round}";
            using var start = new Barrier(4);
            var keys = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Factory.StartNew(
                () =>
                {
                    start.SignalAndWait();
                    return Making(directory).ForCitizenNumber(Number);
                },
                TaskCreationOptions.LongRunning)));

            keys.Distinct().Count().ShouldBe(1);
            Directory.GetFiles(Path.Combine(data.Path, directory, "keys")).ShouldHaveSingleItem();
        }
    }

    [Fact]
    public void Open_MakesTheFileReadableByItsOwnerOnly()
    {
        Making();
        if (!OperatingSystem.IsWindows())
        {
            File.GetUnixFileMode(Path.Combine(data.Path, "a", "keys", "person-key.json")).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite);
        }
    }
}
