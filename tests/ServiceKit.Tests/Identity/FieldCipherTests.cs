using System.Security.Cryptography;
using AnSinh.ServiceKit.Hosting;
using AnSinh.ServiceKit.Identity;
using AnSinh.ServiceKit.Tests.Hosting;
using FsCheck;
using FsCheck.Fluent;
using Microsoft.Extensions.Configuration;
using Shouldly;
using Xunit;

namespace AnSinh.ServiceKit.Tests.Identity;

public sealed class FieldCipherTests : IDisposable
{
    readonly TemporaryDirectory data = new();

    public void Dispose() => data.Dispose();

    // One key a letter, always the same; the first is current.
    FieldCipher With(string keys)
    {
        var file = Path.Combine(data.Path, $"{keys}.json");
        var entries = keys.Select(key => $"\"{key}\":\"{Convert.ToBase64String(Enumerable.Repeat((byte)key, 32).ToArray())}\"");
        File.WriteAllText(file, $$"""{"current":"{{keys[0]}}","keys":{ {{string.Join(',', entries)}} } }""");
        return new FieldCipher(
            new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?> { ["Identity:FieldKeyFile"] = file }).Build(), new HostPaths(data.Path));
    }

    [Fact]
    public void Decrypt_GivesBackWhatWasEncrypted()
    {
        var cipher = With("a");
        Prop.ForAll(ArbMap.Default.ArbFor<NonNull<string>>(), text =>
        {
            // Lone surrogates are no text.
            var clean = new string([.. text.Get.Where(letter => !char.IsSurrogate(letter))]);
            return cipher.Decrypt(cipher.Encrypt(clean)) == clean;
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Encrypt_TheSameTwice_DiffersAndHidesTheText()
    {
        var cipher = With("a");

        cipher.Encrypt("042000000001").ShouldNotBe(cipher.Encrypt("042000000001"));
        System.Text.Encoding.Latin1.GetString(cipher.Encrypt("042000000001")).ShouldNotContain("042000000001");
    }

    [Fact]
    public void Decrypt_WhenAnyByteWasChanged_Refuses()
    {
        var cipher = With("a");
        var sealedBytes = cipher.Encrypt("042000000001");
        for (var i = 0; i < sealedBytes.Length; i++)
        {
            var changed = sealedBytes.ToArray();
            changed[i] ^= 1;
            Should.Throw<CryptographicException>(() => cipher.Decrypt(changed), $"byte {i}");
        }
    }

    [Fact]
    public void Decrypt_WhenItWasCutShort_Refuses()
    {
        var cipher = With("a");
        var sealedBytes = cipher.Encrypt("042000000001");
        for (var length = 0; length < sealedBytes.Length; length++)
        {
            Should.Throw<CryptographicException>(() => cipher.Decrypt(sealedBytes[..length]), $"{length} bytes");
        }
    }

    [Fact]
    public void Decrypt_AfterTheKeyWasReplaced_ReadsTheOldOneToo()
    {
        var old = With("a").Encrypt("042000000001");

        With("ba").Decrypt(old).ShouldBe("042000000001");
        Should.Throw<CryptographicException>(() => With("b").Decrypt(old));
    }
}
