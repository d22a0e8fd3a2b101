using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace AnSinh.Reporting.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Reports : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "report",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "binary(16)", nullable: false),
                    template = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    period = table.Column<string>(type: "TEXT", unicode: false, maxLength: 40, nullable: false),
                    period_to = table.Column<int>(type: "INTEGER", nullable: false),
                    area_code = table.Column<string>(type: "TEXT", unicode: false, maxLength: 5, nullable: false),
                    edition = table.Column<int>(type: "INTEGER", nullable: false),
                    is_preliminary = table.Column<bool>(type: "INTEGER", nullable: false),
                    replaces = table.Column<byte[]>(type: "binary(16)", nullable: true),
                    state = table.Column<int>(type: "INTEGER", nullable: false),
                    created_at = table.Column<long>(type: "INTEGER", nullable: false),
                    submitted_on = table.Column<int>(type: "INTEGER", nullable: true),
                    published_at = table.Column<long>(type: "INTEGER", nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_report", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "report_frozen",
                columns: table => new
                {
                    report_id = table.Column<byte[]>(type: "binary(16)", nullable: false),
                    ordinal = table.Column<int>(type: "INTEGER", nullable: false),
                    data = table.Column<byte[]>(type: "BLOB", maxLength: 4000, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_report_frozen", x => new { x.report_id, x.ordinal });
                });

            migrationBuilder.CreateTable(
                name: "report_history",
                columns: table => new
                {
                    report_id = table.Column<byte[]>(type: "binary(16)", nullable: false),
                    ordinal = table.Column<int>(type: "INTEGER", nullable: false),
                    action = table.Column<int>(type: "INTEGER", nullable: false),
                    actor = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    at = table.Column<long>(type: "INTEGER", nullable: false),
                    reason = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_report_history", x => new { x.report_id, x.ordinal });
                });

            migrationBuilder.CreateTable(
                name: "report_question",
                columns: table => new
                {
                    report_id = table.Column<byte[]>(type: "binary(16)", nullable: false),
                    figure = table.Column<int>(type: "INTEGER", nullable: false),
                    ordinal = table.Column<int>(type: "INTEGER", nullable: false),
                    measure = table.Column<int>(type: "INTEGER", nullable: false),
                    from = table.Column<int>(type: "INTEGER", nullable: false),
                    to = table.Column<int>(type: "INTEGER", nullable: false),
                    area_code = table.Column<string>(type: "TEXT", unicode: false, maxLength: 5, nullable: false),
                    below = table.Column<string>(type: "TEXT", unicode: false, maxLength: 5, nullable: false),
                    filters = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_report_question", x => new { x.report_id, x.figure, x.ordinal });
                });

            migrationBuilder.CreateTable(
                name: "report_text",
                columns: table => new
                {
                    report_id = table.Column<byte[]>(type: "binary(16)", nullable: false),
                    key = table.Column<string>(type: "TEXT", unicode: false, maxLength: 40, nullable: false),
                    text = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_report_text", x => new { x.report_id, x.key });
                });

            migrationBuilder.CreateIndex(
                name: "IX_report_replaces",
                table: "report",
                column: "replaces",
                filter: "replaces IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_report_template_period_area_code_edition",
                table: "report",
                columns: new[] { "template", "period", "area_code", "edition" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_report_question_measure_from_to",
                table: "report_question",
                columns: new[] { "measure", "from", "to" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "report");

            migrationBuilder.DropTable(
                name: "report_frozen");

            migrationBuilder.DropTable(
                name: "report_history");

            migrationBuilder.DropTable(
                name: "report_question");

            migrationBuilder.DropTable(
                name: "report_text");
        }
    }
}
