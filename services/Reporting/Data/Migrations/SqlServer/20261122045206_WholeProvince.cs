using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace AnSinh.Reporting.Data.Migrations.SqlServer
{
    /// <inheritdoc />
    public partial class WholeProvince : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<int>(
                name: "direction",
                table: "plan_version",
                type: "int",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<string>(
                name: "target_to",
                table: "plan_version",
                type: "nvarchar(20)",
                maxLength: 20,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<int>(
                name: "direction",
                table: "plan",
                type: "int",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<string>(
                name: "target_to",
                table: "plan",
                type: "nvarchar(20)",
                maxLength: 20,
                nullable: false,
                defaultValue: "");

            migrationBuilder.CreateTable(
                name: "entered_figure",
                columns: table => new
                {
                    event_id = table.Column<byte[]>(type: "binary(16)", nullable: false),
                    indicator = table.Column<string>(type: "varchar(10)", unicode: false, maxLength: 10, nullable: false),
                    area_code = table.Column<string>(type: "varchar(5)", unicode: false, maxLength: 5, nullable: false),
                    day = table.Column<int>(type: "int", nullable: false),
                    value = table.Column<string>(type: "varchar(40)", unicode: false, maxLength: 40, nullable: false),
                    origin = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    source = table.Column<string>(type: "varchar(40)", unicode: false, maxLength: 40, nullable: false),
                    sequence = table.Column<long>(type: "bigint", nullable: false),
                    recorded_at = table.Column<long>(type: "bigint", nullable: false),
                    withdrawn_by = table.Column<byte[]>(type: "binary(16)", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_entered_figure", x => x.event_id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_entered_figure_indicator_area_code_day",
                table: "entered_figure",
                columns: new[] { "indicator", "area_code", "day" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "entered_figure");

            migrationBuilder.DropColumn(
                name: "direction",
                table: "plan_version");

            migrationBuilder.DropColumn(
                name: "target_to",
                table: "plan_version");

            migrationBuilder.DropColumn(
                name: "direction",
                table: "plan");

            migrationBuilder.DropColumn(
                name: "target_to",
                table: "plan");
        }
    }
}
