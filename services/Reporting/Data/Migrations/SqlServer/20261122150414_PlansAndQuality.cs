using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace AnSinh.Reporting.Data.Migrations.SqlServer
{
    /// <inheritdoc />
    public partial class PlansAndQuality : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<int>(
                name: "effective_on",
                table: "plan_version",
                type: "int",
                nullable: false,
                defaultValue: 19900101);

            migrationBuilder.AddColumn<string>(
                name: "part_of",
                table: "plan_version",
                type: "varchar(5)",
                unicode: false,
                maxLength: 5,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<int>(
                name: "effective_on",
                table: "plan",
                type: "int",
                nullable: false,
                defaultValue: 19900101);

            migrationBuilder.AddColumn<string>(
                name: "part_of",
                table: "plan",
                type: "varchar(5)",
                unicode: false,
                maxLength: 5,
                nullable: false,
                defaultValue: "");

            // What was set before held for the whole of its year.
            migrationBuilder.Sql("UPDATE \"plan\" SET effective_on = \"year\" * 10000 + 101;");
            migrationBuilder.Sql("UPDATE plan_version SET effective_on = \"year\" * 10000 + 101;");

            migrationBuilder.CreateTable(
                name: "plan_breakdown",
                columns: table => new
                {
                    indicator = table.Column<string>(type: "nvarchar(10)", maxLength: 10, nullable: false),
                    area_code = table.Column<string>(type: "varchar(5)", unicode: false, maxLength: 5, nullable: false),
                    year = table.Column<int>(type: "int", nullable: false),
                    must_add_up = table.Column<bool>(type: "bit", nullable: false),
                    effective_on = table.Column<int>(type: "int", nullable: false),
                    set_by = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    set_at = table.Column<long>(type: "bigint", nullable: false),
                    version = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_plan_breakdown", x => new { x.indicator, x.area_code, x.year });
                });

            migrationBuilder.CreateTable(
                name: "quality_finding",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "binary(16)", nullable: false),
                    rule = table.Column<string>(type: "varchar(10)", unicode: false, maxLength: 10, nullable: false),
                    kind = table.Column<int>(type: "int", nullable: false),
                    rule_text = table.Column<string>(type: "nvarchar(500)", maxLength: 500, nullable: false),
                    indicator = table.Column<string>(type: "nvarchar(10)", maxLength: 10, nullable: false),
                    area_code = table.Column<string>(type: "varchar(5)", unicode: false, maxLength: 5, nullable: false),
                    area_on = table.Column<int>(type: "int", nullable: false),
                    period = table.Column<string>(type: "varchar(40)", unicode: false, maxLength: 40, nullable: false),
                    source = table.Column<string>(type: "varchar(40)", unicode: false, maxLength: 40, nullable: false),
                    owner = table.Column<string>(type: "varchar(40)", unicode: false, maxLength: 40, nullable: false),
                    state = table.Column<int>(type: "int", nullable: false),
                    message = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: false),
                    values = table.Column<string>(type: "nvarchar(4000)", maxLength: 4000, nullable: false),
                    reason = table.Column<string>(type: "nvarchar(500)", maxLength: 500, nullable: false),
                    found_at = table.Column<long>(type: "bigint", nullable: false),
                    seen_at = table.Column<long>(type: "bigint", nullable: false),
                    version = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_quality_finding", x => x.id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_quality_finding_area_code_state",
                table: "quality_finding",
                columns: new[] { "area_code", "state" });

            migrationBuilder.CreateIndex(
                name: "IX_quality_finding_rule_indicator_area_code_period_source",
                table: "quality_finding",
                columns: new[] { "rule", "indicator", "area_code", "period", "source" },
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "plan_breakdown");

            migrationBuilder.DropTable(
                name: "quality_finding");

            migrationBuilder.DropColumn(
                name: "effective_on",
                table: "plan_version");

            migrationBuilder.DropColumn(
                name: "part_of",
                table: "plan_version");

            migrationBuilder.DropColumn(
                name: "effective_on",
                table: "plan");

            migrationBuilder.DropColumn(
                name: "part_of",
                table: "plan");
        }
    }
}
