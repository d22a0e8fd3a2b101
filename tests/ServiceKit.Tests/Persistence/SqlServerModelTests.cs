using System.Text.RegularExpressions;
using AnSinh.ServiceKit.Tests.Notes;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using Xunit;

namespace AnSinh.ServiceKit.Tests.Persistence;

public sealed partial class SqlServerModelTests
{
    static readonly string Script = new NotesSqlServerDb(
        new DbContextOptionsBuilder<NotesSqlServerDb>().UseSqlServer("Server=none").Options).Database.GenerateCreateScript();

    [Fact]
    public void Keys_AreSixteenBytes()
    {
        Script.ShouldContain("[id] binary(16) NOT NULL");
        Script.ShouldContain("[event_id] binary(16) NOT NULL");
        Script.ShouldContain("[owner] binary(16) NULL");
        Script.ShouldNotContain("uniqueidentifier");
    }

    [Fact]
    public void Texts_AreBounded()
    {
        Script.ShouldContain("[title] nvarchar(200) NOT NULL");
        Script.ShouldContain("[data] nvarchar(4000) NOT NULL");
        Script.ShouldNotContain("nvarchar(max)");
    }

    [Fact]
    public void Keys_AreNeverGeneratedByTheDatabase() => Script.ShouldNotContain("IDENTITY");

    [Fact]
    public void DaysAndInstants_AreNumbers()
    {
        Script.ShouldContain("[due] int NULL");
        Script.ShouldContain("[written_at] bigint NOT NULL");
        Script.ShouldNotContain("datetime");
    }

    [Fact]
    public void Columns_AreSnakeCase() =>
        Column().Matches(Script).Select(match => match.Groups[1].Value).ShouldAllBe(name => name == name.ToLowerInvariant());

    [GeneratedRegex(@"^    \[(\w+)\] ", RegexOptions.Multiline)]
    private static partial Regex Column();
}
