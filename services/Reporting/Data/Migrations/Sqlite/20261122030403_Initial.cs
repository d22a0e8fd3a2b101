using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace AnSinh.Reporting.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "area_succession",
                columns: table => new
                {
                    old_code = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    new_code = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    effective_on = table.Column<int>(type: "INTEGER", nullable: false),
                    level = table.Column<int>(type: "INTEGER", nullable: false),
                    full = table.Column<bool>(type: "INTEGER", nullable: false),
                    revision = table.Column<byte[]>(type: "binary(16)", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_area_succession", x => new { x.old_code, x.new_code, x.effective_on });
                });

            migrationBuilder.CreateTable(
                name: "area_unit",
                columns: table => new
                {
                    code = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    valid_from = table.Column<int>(type: "INTEGER", nullable: false),
                    valid_to = table.Column<int>(type: "INTEGER", nullable: true),
                    name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    type = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    level = table.Column<int>(type: "INTEGER", nullable: false),
                    parent_code = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    revision = table.Column<byte[]>(type: "binary(16)", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_area_unit", x => new { x.code, x.valid_from });
                });

            migrationBuilder.CreateTable(
                name: "audit",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "binary(16)", nullable: false),
                    at = table.Column<long>(type: "INTEGER", nullable: false),
                    actor = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    method = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    target = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    outcome = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    peer = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    trace_parent = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_audit", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "cell",
                columns: table => new
                {
                    measure = table.Column<int>(type: "INTEGER", nullable: false),
                    area_code = table.Column<string>(type: "TEXT", unicode: false, maxLength: 5, nullable: false),
                    day = table.Column<int>(type: "INTEGER", nullable: false),
                    dims = table.Column<long>(type: "INTEGER", nullable: false),
                    count = table.Column<long>(type: "INTEGER", nullable: false),
                    quantity = table.Column<long>(type: "INTEGER", nullable: false),
                    amount_vnd = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_cell", x => new { x.measure, x.area_code, x.day, x.dims });
                });

            migrationBuilder.CreateTable(
                name: "dimension_set",
                columns: table => new
                {
                    key = table.Column<long>(type: "INTEGER", nullable: false),
                    text = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_dimension_set", x => x.key);
                });

            migrationBuilder.CreateTable(
                name: "event_log",
                columns: table => new
                {
                    sequence = table.Column<long>(type: "INTEGER", nullable: false),
                    event_id = table.Column<byte[]>(type: "binary(16)", nullable: false),
                    type = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    subject = table.Column<byte[]>(type: "binary(16)", nullable: false),
                    occurred_on = table.Column<int>(type: "INTEGER", nullable: false),
                    recorded_at = table.Column<long>(type: "INTEGER", nullable: false),
                    area_code = table.Column<string>(type: "TEXT", maxLength: 5, nullable: false),
                    schema_version = table.Column<int>(type: "INTEGER", nullable: false),
                    actor = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    trace_parent = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    data = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_event_log", x => x.sequence);
                });

            migrationBuilder.CreateTable(
                name: "fact",
                columns: table => new
                {
                    event_id = table.Column<byte[]>(type: "binary(16)", nullable: false),
                    ordinal = table.Column<int>(type: "INTEGER", nullable: false),
                    measure = table.Column<int>(type: "INTEGER", nullable: false),
                    day = table.Column<int>(type: "INTEGER", nullable: false),
                    area_code = table.Column<string>(type: "TEXT", unicode: false, maxLength: 5, nullable: false),
                    dims = table.Column<long>(type: "INTEGER", nullable: false),
                    person = table.Column<byte[]>(type: "binary(16)", nullable: true),
                    quantity = table.Column<long>(type: "INTEGER", nullable: false),
                    amount_vnd = table.Column<long>(type: "INTEGER", nullable: false),
                    sign = table.Column<int>(type: "INTEGER", nullable: false),
                    recorded_at = table.Column<long>(type: "INTEGER", nullable: false),
                    source = table.Column<string>(type: "TEXT", unicode: false, maxLength: 40, nullable: false),
                    sequence = table.Column<long>(type: "INTEGER", nullable: false),
                    subject = table.Column<byte[]>(type: "binary(16)", nullable: false),
                    reverses_event_id = table.Column<byte[]>(type: "binary(16)", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_fact", x => new { x.event_id, x.ordinal });
                });

            migrationBuilder.CreateTable(
                name: "feed_position",
                columns: table => new
                {
                    consumer = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    source = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    sequence = table.Column<long>(type: "INTEGER", nullable: false),
                    booked_through = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_feed_position", x => new { x.consumer, x.source });
                });

            migrationBuilder.CreateTable(
                name: "idempotency",
                columns: table => new
                {
                    key = table.Column<byte[]>(type: "binary(32)", nullable: false),
                    request_hash = table.Column<byte[]>(type: "binary(32)", nullable: false),
                    response = table.Column<byte[]>(type: "BLOB", nullable: true),
                    refusal_status = table.Column<byte[]>(type: "BLOB", nullable: true),
                    answered_at = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_idempotency", x => x.key);
                });

            migrationBuilder.CreateTable(
                name: "ledger_state",
                columns: table => new
                {
                    source = table.Column<string>(type: "TEXT", unicode: false, maxLength: 40, nullable: false),
                    version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ledger_state", x => x.source);
                });

            migrationBuilder.CreateTable(
                name: "outbox",
                columns: table => new
                {
                    event_id = table.Column<byte[]>(type: "binary(16)", nullable: false),
                    type = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    subject = table.Column<byte[]>(type: "binary(16)", nullable: false),
                    occurred_on = table.Column<int>(type: "INTEGER", nullable: false),
                    recorded_at = table.Column<long>(type: "INTEGER", nullable: false),
                    area_code = table.Column<string>(type: "TEXT", maxLength: 5, nullable: false),
                    schema_version = table.Column<int>(type: "INTEGER", nullable: false),
                    actor = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    trace_parent = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    data = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_outbox", x => x.event_id);
                });

            migrationBuilder.CreateTable(
                name: "parked_event",
                columns: table => new
                {
                    event_id = table.Column<byte[]>(type: "binary(16)", nullable: false),
                    source = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    sequence = table.Column<long>(type: "INTEGER", nullable: false),
                    type = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    subject = table.Column<byte[]>(type: "binary(16)", nullable: false),
                    occurred_on = table.Column<int>(type: "INTEGER", nullable: false),
                    recorded_at = table.Column<long>(type: "INTEGER", nullable: false),
                    area_code = table.Column<string>(type: "TEXT", maxLength: 5, nullable: false),
                    schema_version = table.Column<int>(type: "INTEGER", nullable: false),
                    actor = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    trace_parent = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    data = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: false),
                    reason = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    detail = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false),
                    parked_at = table.Column<long>(type: "INTEGER", nullable: false),
                    waits_for = table.Column<byte[]>(type: "binary(16)", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_parked_event", x => x.event_id);
                });

            migrationBuilder.CreateTable(
                name: "parked_run",
                columns: table => new
                {
                    first_sequence = table.Column<long>(type: "INTEGER", nullable: false),
                    last_sequence = table.Column<long>(type: "INTEGER", nullable: false),
                    error = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: false),
                    parked_at = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_parked_run", x => x.first_sequence);
                });

            migrationBuilder.CreateTable(
                name: "person_alias",
                columns: table => new
                {
                    former = table.Column<byte[]>(type: "binary(16)", nullable: false),
                    canonical = table.Column<byte[]>(type: "binary(16)", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_person_alias", x => x.former);
                });

            migrationBuilder.CreateTable(
                name: "plan",
                columns: table => new
                {
                    indicator = table.Column<string>(type: "TEXT", maxLength: 10, nullable: false),
                    area_code = table.Column<string>(type: "TEXT", unicode: false, maxLength: 5, nullable: false),
                    year = table.Column<int>(type: "INTEGER", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false),
                    target = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    comparator = table.Column<int>(type: "INTEGER", nullable: false),
                    legal_basis = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    set_by = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    set_at = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_plan", x => new { x.indicator, x.area_code, x.year });
                });

            migrationBuilder.CreateTable(
                name: "plan_version",
                columns: table => new
                {
                    indicator = table.Column<string>(type: "TEXT", maxLength: 10, nullable: false),
                    area_code = table.Column<string>(type: "TEXT", unicode: false, maxLength: 5, nullable: false),
                    year = table.Column<int>(type: "INTEGER", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false),
                    target = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    comparator = table.Column<int>(type: "INTEGER", nullable: false),
                    legal_basis = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    set_by = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    set_at = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_plan_version", x => new { x.indicator, x.area_code, x.year, x.version });
                });

            migrationBuilder.CreateTable(
                name: "presence",
                columns: table => new
                {
                    measure = table.Column<int>(type: "INTEGER", nullable: false),
                    area_code = table.Column<string>(type: "TEXT", unicode: false, maxLength: 5, nullable: false),
                    day = table.Column<int>(type: "INTEGER", nullable: false),
                    dims = table.Column<long>(type: "INTEGER", nullable: false),
                    person = table.Column<byte[]>(type: "binary(16)", nullable: false),
                    count = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_presence", x => new { x.measure, x.area_code, x.day, x.dims, x.person });
                });

            migrationBuilder.CreateTable(
                name: "relay_state",
                columns: table => new
                {
                    id = table.Column<int>(type: "INTEGER", nullable: false),
                    last_sequence = table.Column<long>(type: "INTEGER", nullable: false),
                    published_sequence = table.Column<long>(type: "INTEGER", nullable: false),
                    lease_holder = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    lease_until = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_relay_state", x => x.id);
                });

            migrationBuilder.ClusterByKey("fact", "cell", "presence");

            migrationBuilder.CreateIndex(
                name: "IX_dimension_set_text",
                table: "dimension_set",
                column: "text",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_event_log_subject_sequence",
                table: "event_log",
                columns: new[] { "subject", "sequence" });

            migrationBuilder.CreateIndex(
                name: "IX_fact_measure_day_area_code",
                table: "fact",
                columns: new[] { "measure", "day", "area_code" });

            migrationBuilder.CreateIndex(
                name: "IX_fact_reverses_event_id",
                table: "fact",
                column: "reverses_event_id",
                filter: "reverses_event_id IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_idempotency_answered_at",
                table: "idempotency",
                column: "answered_at");

            migrationBuilder.CreateIndex(
                name: "IX_parked_event_source_sequence",
                table: "parked_event",
                columns: new[] { "source", "sequence" });

            migrationBuilder.CreateIndex(
                name: "IX_parked_event_waits_for",
                table: "parked_event",
                column: "waits_for",
                filter: "waits_for IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_person_alias_canonical",
                table: "person_alias",
                column: "canonical");

            migrationBuilder.CreateIndex(
                name: "IX_plan_year_area_code",
                table: "plan",
                columns: new[] { "year", "area_code" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "area_succession");

            migrationBuilder.DropTable(
                name: "area_unit");

            migrationBuilder.DropTable(
                name: "audit");

            migrationBuilder.DropTable(
                name: "cell");

            migrationBuilder.DropTable(
                name: "dimension_set");

            migrationBuilder.DropTable(
                name: "event_log");

            migrationBuilder.DropTable(
                name: "fact");

            migrationBuilder.DropTable(
                name: "feed_position");

            migrationBuilder.DropTable(
                name: "idempotency");

            migrationBuilder.DropTable(
                name: "ledger_state");

            migrationBuilder.DropTable(
                name: "outbox");

            migrationBuilder.DropTable(
                name: "parked_event");

            migrationBuilder.DropTable(
                name: "parked_run");

            migrationBuilder.DropTable(
                name: "person_alias");

            migrationBuilder.DropTable(
                name: "plan");

            migrationBuilder.DropTable(
                name: "plan_version");

            migrationBuilder.DropTable(
                name: "presence");

            migrationBuilder.DropTable(
                name: "relay_state");
        }
    }
}
