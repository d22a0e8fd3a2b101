using System.Text;
using AnSinh.Contracts.Employment.V1;
using AnSinh.Employment.Placements.Csv;
using AnSinh.Employment.Tests.Hosting;
using Shouldly;
using Xunit;

namespace AnSinh.Employment.Tests.Csv;

public sealed class PlacementCsvReaderTests
{
    const string Header = "full_name,citizen_number,birth_date,sex,area_code,channel,start_date";
    const string Line = "Công dân Mẫu,042085123456,1985-03-14,nam,18073,trong nước,02/03/2026";

    [Fact]
    public void Line_BecomesARow()
    {
        var line = Read($"{Header}\n{Line}\n").Single();
        line.Line.ShouldBe(2);
        line.Row.ShouldBe(new PlacementRow
        {
            Line = 2,
            Worker = new Worker { FullName = "Công dân Mẫu", CitizenNumber = "042085123456", BirthDate = Samples.Day(1985, 3, 14), Sex = Sex.Male },
            Placement = new Placement { AreaCode = "18073", Channel = Channel.Domestic, StartDate = Samples.Day(2026, 3, 2) },
        });
    }

    [Fact]
    public void Bom_Semicolons_OtherOrder_WindowsLineEnds_AreRead()
    {
        var text = $"{Header};employer_name;loan_amount_vnd\r\n{Line};\"Doanh nghiệp; Mẫu\";50000000\r\n".Replace(',', ';');
        var bytes = Encoding.UTF8.GetPreamble().Concat(Encoding.UTF8.GetBytes(text)).ToArray();
        var row = PlacementCsvReader.Read(new MemoryStream(bytes)).Single().Row.ShouldNotBeNull();
        row.Employer.DisplayName.ShouldBe("Doanh nghiệp; Mẫu");
        row.Placement.Loan.AmountVnd.ShouldBe(50_000_000);
        var turned = Read("start_date,channel,AREA_CODE,full_name\n2026-03-02,loan,18073,Công dân Mẫu\n").Single().Row.ShouldNotBeNull();
        turned.Placement.AreaCode.ShouldBe("18073");
    }

    [Theory]
    [InlineData("1985", 1985, 0, 0)]
    [InlineData("03/1985", 1985, 3, 0)]
    [InlineData("3/1985", 1985, 3, 0)]
    [InlineData("14/3/1985", 1985, 3, 14)]
    public void BirthDates_MayBePartial(string text, int year, int month, int day) =>
        Read($"{Header}\n{Line.Replace("1985-03-14", text)}\n").Single().Row.ShouldNotBeNull().Worker.BirthDate.ShouldBe(Samples.Day(year, month, day));

    [Theory]
    [InlineData("nam,", "male?,", 4, "sex", "csv.sex_invalid")]
    [InlineData("trong nước", "ở nhà", 6, "channel", "csv.channel_invalid")]
    [InlineData("02/03/2026", "2026/03/02", 7, "start_date", "csv.date_invalid")]
    [InlineData("02/03/2026", "31/02/2026", 7, "start_date", "csv.date_invalid")]
    [InlineData("1985-03-14", "85", 3, "birth_date", "csv.date_invalid")]
    public void BadCell_NamesLineColumnAndWhatIsAllowed(string good, string bad, int position, string column, string code)
    {
        var lines = Read($"{Header}\n{Line}\n{Line.Replace(good, bad)}\n{Line}\n");
        lines.Select(line => line.Row is null).ShouldBe([false, true, false]);
        var problem = lines[1].Problems.Single();
        (problem.Line, problem.Position, problem.Column, problem.Code).ShouldBe((3, position, column, code));
        problem.ToString().ShouldContain($"Dòng 3, cột {position} ({column})");
        problem.Message.ShouldContain("cho phép");
    }

    [Fact]
    public void WrongNumberOfCells_IsRefused() => Read($"{Header}\n{Line},x\n").Single().Problems.Single().Code.ShouldBe("csv.cell_count");

    [Theory]
    [InlineData("họ tên,area_code,channel,start_date", "họ tên")]
    [InlineData("full_name,area_code,channel", "start_date")]
    [InlineData("full_name,area_code,channel,start_date,channel", "channel")]
    [InlineData("", "tiêu đề")]
    public void WrongHeader_IsRefusedWithTheColumn(string header, string named)
    {
        var refused = Should.Throw<CsvRefusedException>(() => Read(header.Length == 0 ? "" : $"{header}\nx\n"));
        refused.Problem.Line.ShouldBe(1);
        refused.Message.ShouldContain(named);
    }

    [Fact]
    public void OtherEncodings_AreRefusedWithLineAndByte()
    {
        var utf16 = Encoding.Unicode.GetPreamble().Concat(Encoding.Unicode.GetBytes($"{Header}\n{Line}\n")).ToArray();
        Should.Throw<CsvRefusedException>(() => PlacementCsvReader.Read(new MemoryStream(utf16)))
            .Problem.ShouldSatisfyAllConditions(problem => problem.Code.ShouldBe("csv.not_utf8"), problem => problem.Line.ShouldBe(1), problem => problem.Position.ShouldBe(1));
        var latin = Encoding.UTF8.GetBytes($"{Header}\n{Line}\n").Concat(Encoding.Latin1.GetBytes("Lê")).ToArray();
        Should.Throw<CsvRefusedException>(() => PlacementCsvReader.Read(new MemoryStream(latin)))
            .Problem.ShouldSatisfyAllConditions(problem => problem.Line.ShouldBe(3), problem => problem.Position.ShouldBe(2));
    }

    [Fact]
    public void LongFiles_AreCheckedToTheEnd()
    {
        var bytes = Encoding.UTF8.GetBytes($"{Header}\n{string.Concat(Enumerable.Repeat(Line + "\n", 3_000))}").Append((byte)0xFF).ToArray();
        Should.Throw<CsvRefusedException>(() => PlacementCsvReader.Read(new MemoryStream(bytes))).Problem.Line.ShouldBe(3_002);
    }

    static List<CsvLine> Read(string text) => [.. PlacementCsvReader.Read(new MemoryStream(Encoding.UTF8.GetBytes(text)))];
}
