using AnSinh.ServiceKit.Areas;
using Shouldly;
using Xunit;

namespace AnSinh.ServiceKit.Tests.Areas;

public sealed class AreaCsvTests
{
    const string Header = "code,name,type,level,parent_code,valid_from,valid_to\n";

    static List<(long Line, AreaUnit Unit)> Read(string text) => [.. AreaCsv.ReadUnits(new StringReader(text))];

    static string Refused(string text) => Should.Throw<FormatException>(() => Read(text)).Message;

    [Fact]
    public void Units_AreReadWithTheirLines()
    {
        var rows = Read(Header + "91,Tỉnh An Giang,Tỉnh,province,,2025-07-01,\n\n 18073 ,\"Phường Thành Sen, mới\",Phường,commune,42,2025-07-01,2030-12-31\n");

        rows.Select(row => row.Line).ShouldBe([2, 4]);
        rows[0].Unit.ShouldBe(new AreaUnit
        {
            Code = "91",
            Name = "Tỉnh An Giang",
            Type = "Tỉnh",
            Level = AreaLevel.Province,
            ValidFrom = new DateOnly(2025, 7, 1),
        });
        rows[1].Unit.ShouldBe(new AreaUnit
        {
            Code = "18073",
            Name = "Phường Thành Sen, mới",
            Type = "Phường",
            Level = AreaLevel.Commune,
            ParentCode = "42",
            ValidFrom = new DateOnly(2025, 7, 1),
            ValidTo = new DateOnly(2030, 12, 31),
        });
    }

    [Fact]
    public void Columns_MayStandInAnyOrder() =>
        Read("level,valid_to,valid_from,parent_code,type,name,code\nprovince,,,,Tỉnh,Tỉnh X,99\n").Single().Unit.Code.ShouldBe("99");

    [Theory]
    [InlineData("")]
    [InlineData("code;name;type;level;parent_code;valid_from;valid_to\n01;a;b;province;;;\n")]
    [InlineData("code,name,type,level,parent_code,valid_from\n")]
    [InlineData("Mã,Tên\n")]
    public void WrongHeader_IsRefusedWithWhatIsNeeded(string text)
    {
        var message = Refused(text);
        message.ShouldContain("Dòng 1");
        message.ShouldContain("code,name,type,level,parent_code,valid_from,valid_to");
    }

    [Theory]
    [InlineData("91,Tỉnh,Tỉnh,tinh,,,", "level", "tinh", "province, district, commune")]
    [InlineData("91,Tỉnh,Tỉnh,,,,", "level", "", "province, district, commune")]
    [InlineData("91,Tỉnh,Tỉnh,province,,01/07/2025,", "valid_from", "01/07/2025", "yyyy-MM-dd")]
    [InlineData("91,Tỉnh,Tỉnh,province,,,2025-02-30", "valid_to", "2025-02-30", "yyyy-MM-dd")]
    public void WrongCell_IsRefusedWithLineAndColumn(string row, string column, string found, string allowed)
    {
        var message = Refused(Header + "01,Thành phố A,Thành phố,province,,,\n\n" + row + "\n");

        message.ShouldBe($"Dòng 4, cột {column}: \"{found}\" không đúng; cho phép: {allowed}.");
    }

    [Fact]
    public void ShortRow_IsRefusedWithLineAndColumn()
    {
        var message = Refused(Header + "01,Thành phố A,Thành phố,province,,,\n91,Tỉnh,Tỉnh,province\n");

        message.ShouldStartWith("Dòng 3, cột parent_code: thiếu ô");
    }

    [Fact]
    public void StrayQuote_IsRefusedWithItsLine() => Refused(Header + "01,Thành \"phố A,Thành phố,province,,,\n").ShouldStartWith("Dòng 2: dấu ngoặc kép");

    [Fact]
    public void Mergers_AreReadWithTheirLines()
    {
        var day = new DateOnly(2025, 7, 1);

        var rows = AreaCsv.ReadMergers(new StringReader("level,old_code,new_code,part\nprovince,02,08,full\ncommune,18075,18073,partial\n"), day).ToList();

        rows.ShouldBe([
            (2, new AreaSuccession(AreaLevel.Province, "02", "08", true, day)),
            (3, new AreaSuccession(AreaLevel.Commune, "18075", "18073", false, day)),
        ]);
    }

    [Fact]
    public void MergerThatIsNeitherFullNorPartial_IsRefused() => Should.Throw<FormatException>(() => AreaCsv.ReadMergers(
            new StringReader("level,old_code,new_code,part\nprovince,02,08,half\n"), new DateOnly(2025, 7, 1)).ToList())
        .Message.ShouldBe("Dòng 2, cột part: \"half\" không đúng; cho phép: full, partial.");
}
