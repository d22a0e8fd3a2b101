using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace AnSinh.Reporting.Data.Migrations.SqlServer
{
    /// <inheritdoc />
    public partial class IndicatorEngine : Migration
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

            migrationBuilder.AddColumn<long>(
                name: "withdrawn_at",
                table: "entered_figure",
                type: "bigint",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "area_key",
                columns: table => new
                {
                    name = table.Column<string>(type: "varchar(60)", unicode: false, maxLength: 60, nullable: false),
                    version = table.Column<int>(type: "int", nullable: false),
                    legal_basis = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    set_by = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    recorded_at = table.Column<long>(type: "bigint", nullable: false),
                    units = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_area_key", x => new { x.name, x.version });
                });

            migrationBuilder.CreateTable(
                name: "area_key_share",
                columns: table => new
                {
                    name = table.Column<string>(type: "varchar(60)", unicode: false, maxLength: 60, nullable: false),
                    version = table.Column<int>(type: "int", nullable: false),
                    old_code = table.Column<string>(type: "varchar(5)", unicode: false, maxLength: 5, nullable: false),
                    effective_on = table.Column<int>(type: "int", nullable: false),
                    new_code = table.Column<string>(type: "varchar(5)", unicode: false, maxLength: 5, nullable: false),
                    numerator = table.Column<long>(type: "bigint", nullable: false),
                    denominator = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_area_key_share", x => new { x.name, x.version, x.old_code, x.effective_on, x.new_code });
                });

            migrationBuilder.CreateTable(
                name: "ledger_month",
                columns: table => new
                {
                    measure = table.Column<int>(type: "int", nullable: false),
                    month = table.Column<int>(type: "int", nullable: false),
                    version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ledger_month", x => new { x.measure, x.month });
                });

            migrationBuilder.CreateTable(
                name: "person_join",
                columns: table => new
                {
                    event_id = table.Column<byte[]>(type: "binary(16)", nullable: false),
                    former = table.Column<byte[]>(type: "binary(16)", nullable: false),
                    canonical = table.Column<byte[]>(type: "binary(16)", nullable: false),
                    recorded_at = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_person_join", x => x.event_id);
                });

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
                name: "ix_fact_recorded",
                table: "fact",
                columns: new[] { "measure", "area_code", "recorded_at", "day", "dims", "person", "sign", "quantity", "amount_vnd" });

            migrationBuilder.CreateIndex(
                name: "IX_quality_finding_area_code_state",
                table: "quality_finding",
                columns: new[] { "area_code", "state" });

            migrationBuilder.CreateIndex(
                name: "IX_quality_finding_rule_indicator_area_code_period_source",
                table: "quality_finding",
                columns: new[] { "rule", "indicator", "area_code", "period", "source" },
                unique: true);

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

            // When people were joined and figures withdrawn before this was kept is not known: they count as joined from the beginning and as
            // withdrawn when they were signed, until the ledger is rebuilt from the feeds, which know.
            migrationBuilder.Sql("INSERT INTO person_join (event_id, former, canonical, recorded_at) SELECT former, former, canonical, 0 FROM person_alias");
            migrationBuilder.Sql("UPDATE entered_figure SET withdrawn_at = recorded_at WHERE withdrawn_by IS NOT NULL");

            // The months that have records are those of the cells.
            migrationBuilder.Sql("INSERT INTO ledger_month (measure, month, version) SELECT measure, day / 100, 1 FROM cell GROUP BY measure, day / 100");

            // What was planned before held for the whole of its year.
            migrationBuilder.Sql("UPDATE \"plan\" SET effective_on = \"year\" * 10000 + 101");
            migrationBuilder.Sql("UPDATE plan_version SET effective_on = \"year\" * 10000 + 101");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "area_key");

            migrationBuilder.DropTable(
                name: "area_key_share");

            migrationBuilder.DropTable(
                name: "ledger_month");

            migrationBuilder.DropTable(
                name: "person_join");

            migrationBuilder.DropTable(
                name: "plan_breakdown");

            migrationBuilder.DropTable(
                name: "quality_finding");

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

            migrationBuilder.DropIndex(
                name: "ix_fact_recorded",
                table: "fact");

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

            migrationBuilder.DropColumn(
                name: "withdrawn_at",
                table: "entered_figure");
        }
    }
}
