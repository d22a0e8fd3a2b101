using AnSinh.ServiceKit.Identity;
using Microsoft.Extensions.Configuration;
using Shouldly;
using Xunit;

namespace AnSinh.ServiceKit.Tests.Identity;

public sealed class RoleTableTests
{
    static readonly RoleGrant[] grants = [new("officer", ["a.read"]), new("officer", ["a.write"]), new("reader", ["a.read"])];

    static RoleTable Table(params (string Key, string Value)[] settings) => new(
        grants, new ConfigurationBuilder().AddInMemoryCollection(settings.ToDictionary(pair => pair.Key, pair => (string?)pair.Value)).Build());

    [Fact]
    public void PermissionsOf_AddsUpWhatModulesGrant() => Table().PermissionsOf(["officer"]).ShouldBe(["a.read", "a.write"], ignoreOrder: true);

    [Fact]
    public void PermissionsOf_WhenTheRoleIsUnknown_IsNothing() => Table().PermissionsOf(["nobody"]).ShouldBeEmpty();

    [Fact]
    public void PermissionsOf_WhenConfigurationNamesTheRole_IsWhatConfigurationSays()
    {
        var table = Table(("Identity:Roles:officer:0", "a.read"), ("Identity:Roles:auditor:0", "a.read"), ("Identity:Roles:auditor:1", "b.read"));

        table.PermissionsOf(["officer"]).ShouldBe(["a.read"]);
        table.PermissionsOf(["auditor"]).ShouldBe(["a.read", "b.read"], ignoreOrder: true);
        table.PermissionsOf(["reader"]).ShouldBe(["a.read"]);
    }

    [Fact]
    public void PermissionsOf_WhenConfigurationEmptiesTheRole_IsNothing() => Table(("Identity:Roles:officer", "")).PermissionsOf(["officer"]).ShouldBeEmpty();

    [Fact]
    public void PermissionsOf_TheServiceRole_IsReadingEvents() => Table().PermissionsOf([RoleTable.ServiceRole]).ShouldBe(["events.read"]);
}
