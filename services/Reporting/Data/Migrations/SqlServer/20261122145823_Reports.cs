using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace AnSinh.Reporting.Data.Migrations.SqlServer
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
                    template = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false),
                    period = table.Column<string>(type: "varchar(40)", unicode: false, maxLength: 40, nullable: false),
                    period_to = table.Column<int>(type: "int", nullable: false),
                    area_code = table.Column<string>(type: "varchar(5)", unicode: false, maxLength: 5, nullable: false),
                    edition = table.Column<int>(type: "int", nullable: false),
                    is_preliminary = table.Column<bool>(type: "bit", nullable: false),
                    replaces = table.Column<byte[]>(type: "binary(16)", nullable: true),
                    state = table.Column<int>(type: "int", nullable: false),
                    created_at = table.Column<long>(type: "bigint", nullable: false),
                    submitted_on = table.Column<int>(type: "int", nullable: true),
                    published_at = table.Column<long>(type: "bigint", nullable: true),
                    version = table.Column<int>(type: "int", nullable: false)
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
                    ordinal = table.Column<int>(type: "int", nullable: false),
                    data = table.Column<byte[]>(type: "varbinary(4000)", maxLength: 4000, nullable: false)
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
                    ordinal = table.Column<int>(type: "int", nullable: false),
                    action = table.Column<int>(type: "int", nullable: false),
                    actor = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    at = table.Column<long>(type: "bigint", nullable: false),
                    reason = table.Column<string>(type: "nvarchar(500)", maxLength: 500, nullable: false)
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
                    figure = table.Column<int>(type: "int", nullable: false),
                    ordinal = table.Column<int>(type: "int", nullable: false),
                    measure = table.Column<int>(type: "int", nullable: false),
                    from = table.Column<int>(type: "int", nullable: false),
                    to = table.Column<int>(type: "int", nullable: false),
                    area_code = table.Column<string>(type: "varchar(5)", unicode: false, maxLength: 5, nullable: false),
                    below = table.Column<string>(type: "varchar(5)", unicode: false, maxLength: 5, nullable: false),
                    filters = table.Column<string>(type: "nvarchar(4000)", maxLength: 4000, nullable: false)
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
                    key = table.Column<string>(type: "varchar(40)", unicode: false, maxLength: 40, nullable: false),
                    text = table.Column<string>(type: "nvarchar(4000)", maxLength: 4000, nullable: false)
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
