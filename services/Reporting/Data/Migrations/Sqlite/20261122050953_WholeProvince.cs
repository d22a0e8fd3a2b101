using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace AnSinh.Reporting.Data.Migrations.Sqlite
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
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<string>(
                name: "target_to",
                table: "plan_version",
                type: "TEXT",
                maxLength: 20,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<int>(
                name: "direction",
                table: "plan",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<string>(
                name: "target_to",
                table: "plan",
                type: "TEXT",
                maxLength: 20,
                nullable: false,
                defaultValue: "");

            migrationBuilder.CreateTable(
                name: "entered_figure",
                columns: table => new
                {
                    event_id = table.Column<byte[]>(type: "binary(16)", nullable: false),
                    indicator = table.Column<string>(type: "TEXT", unicode: false, maxLength: 10, nullable: false),
                    area_code = table.Column<string>(type: "TEXT", unicode: false, maxLength: 5, nullable: false),
                    day = table.Column<int>(type: "INTEGER", nullable: false),
                    value = table.Column<string>(type: "TEXT", unicode: false, maxLength: 40, nullable: false),
                    origin = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    source = table.Column<string>(type: "TEXT", unicode: false, maxLength: 40, nullable: false),
                    sequence = table.Column<long>(type: "INTEGER", nullable: false),
                    recorded_at = table.Column<long>(type: "INTEGER", nullable: false),
                    withdrawn_by = table.Column<byte[]>(type: "binary(16)", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_entered_figure", x => x.event_id);
                });

            migrationBuilder.CreateTable(
                name: "work_item",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "binary(16)", nullable: false),
                    natural_key = table.Column<byte[]>(type: "binary(32)", nullable: false),
                    kind = table.Column<int>(type: "INTEGER", nullable: false),
                    number = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    title = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    area_code = table.Column<string>(type: "TEXT", unicode: false, maxLength: 5, nullable: false),
                    day = table.Column<int>(type: "INTEGER", nullable: false),
                    due_on = table.Column<int>(type: "INTEGER", nullable: true),
                    done_on = table.Column<int>(type: "INTEGER", nullable: true),
                    category = table.Column<string>(type: "TEXT", unicode: false, maxLength: 40, nullable: false),
                    type = table.Column<string>(type: "TEXT", unicode: false, maxLength: 40, nullable: false),
                    executes_directive = table.Column<bool>(type: "INTEGER", nullable: false),
                    year = table.Column<int>(type: "INTEGER", nullable: false),
                    state = table.Column<int>(type: "INTEGER", nullable: false),
                    booked_by = table.Column<byte[]>(type: "binary(16)", nullable: false),
                    done_by = table.Column<byte[]>(type: "binary(16)", nullable: true),
                    void_reason = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    created_at = table.Column<long>(type: "INTEGER", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_work_item", x => x.id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_entered_figure_indicator_area_code_day",
                table: "entered_figure",
                columns: new[] { "indicator", "area_code", "day" });

            migrationBuilder.CreateIndex(
                name: "IX_work_item_area_code_kind_id",
                table: "work_item",
                columns: new[] { "area_code", "kind", "id" });

            migrationBuilder.CreateIndex(
                name: "IX_work_item_natural_key",
                table: "work_item",
                column: "natural_key",
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "entered_figure");

            migrationBuilder.DropTable(
                name: "work_item");

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
