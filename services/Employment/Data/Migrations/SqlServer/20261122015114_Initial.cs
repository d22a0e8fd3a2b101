using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace AnSinh.Employment.Data.Migrations.SqlServer
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
                    old_code = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    new_code = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    effective_on = table.Column<int>(type: "int", nullable: false),
                    level = table.Column<int>(type: "int", nullable: false),
                    full = table.Column<bool>(type: "bit", nullable: false),
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
                    code = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    valid_from = table.Column<int>(type: "int", nullable: false),
                    valid_to = table.Column<int>(type: "int", nullable: true),
                    name = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    type = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    level = table.Column<int>(type: "int", nullable: false),
                    parent_code = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: true),
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
                    at = table.Column<long>(type: "bigint", nullable: false),
                    actor = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    method = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    target = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    outcome = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    peer = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    trace_parent = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_audit", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "employer",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "binary(16)", nullable: false),
                    identity_key = table.Column<string>(type: "varchar(24)", unicode: false, maxLength: 24, nullable: false),
                    display_name = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    tax_code = table.Column<string>(type: "varchar(14)", unicode: false, maxLength: 14, nullable: false),
                    sector_code = table.Column<string>(type: "varchar(5)", unicode: false, maxLength: 5, nullable: false),
                    size = table.Column<int>(type: "int", nullable: true),
                    area_code = table.Column<string>(type: "varchar(5)", unicode: false, maxLength: 5, nullable: false),
                    area_on = table.Column<int>(type: "int", nullable: false),
                    created_at = table.Column<long>(type: "bigint", nullable: false),
                    updated_at = table.Column<long>(type: "bigint", nullable: false),
                    version = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_employer", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "event_log",
                columns: table => new
                {
                    sequence = table.Column<long>(type: "bigint", nullable: false),
                    event_id = table.Column<byte[]>(type: "binary(16)", nullable: false),
                    type = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    subject = table.Column<byte[]>(type: "binary(16)", nullable: false),
                    occurred_on = table.Column<int>(type: "int", nullable: false),
                    recorded_at = table.Column<long>(type: "bigint", nullable: false),
                    area_code = table.Column<string>(type: "nvarchar(5)", maxLength: 5, nullable: false),
                    schema_version = table.Column<int>(type: "int", nullable: false),
                    actor = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    trace_parent = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    data = table.Column<string>(type: "nvarchar(4000)", maxLength: 4000, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_event_log", x => x.sequence);
                });

            migrationBuilder.CreateTable(
                name: "feed_position",
                columns: table => new
                {
                    consumer = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    source = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    sequence = table.Column<long>(type: "bigint", nullable: false),
                    booked_through = table.Column<long>(type: "bigint", nullable: false)
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
                    response = table.Column<byte[]>(type: "varbinary(max)", nullable: true),
                    refusal_status = table.Column<byte[]>(type: "varbinary(max)", nullable: true),
                    answered_at = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_idempotency", x => x.key);
                });

            migrationBuilder.CreateTable(
                name: "outbox",
                columns: table => new
                {
                    event_id = table.Column<byte[]>(type: "binary(16)", nullable: false),
                    type = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    subject = table.Column<byte[]>(type: "binary(16)", nullable: false),
                    occurred_on = table.Column<int>(type: "int", nullable: false),
                    recorded_at = table.Column<long>(type: "bigint", nullable: false),
                    area_code = table.Column<string>(type: "nvarchar(5)", maxLength: 5, nullable: false),
                    schema_version = table.Column<int>(type: "int", nullable: false),
                    actor = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    trace_parent = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    data = table.Column<string>(type: "nvarchar(4000)", maxLength: 4000, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_outbox", x => x.event_id);
                });

            migrationBuilder.CreateTable(
                name: "parked_run",
                columns: table => new
                {
                    first_sequence = table.Column<long>(type: "bigint", nullable: false),
                    last_sequence = table.Column<long>(type: "bigint", nullable: false),
                    error = table.Column<string>(type: "nvarchar(2000)", maxLength: 2000, nullable: false),
                    parked_at = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_parked_run", x => x.first_sequence);
                });

            migrationBuilder.CreateTable(
                name: "placement",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "binary(16)", nullable: false),
                    natural_key = table.Column<byte[]>(type: "binary(32)", nullable: false),
                    worker_id = table.Column<byte[]>(type: "binary(16)", nullable: false),
                    employer_id = table.Column<byte[]>(type: "binary(16)", nullable: true),
                    channel = table.Column<int>(type: "int", nullable: false),
                    start_date = table.Column<int>(type: "int", nullable: false),
                    area_code = table.Column<string>(type: "varchar(5)", unicode: false, maxLength: 5, nullable: false),
                    occupation_code = table.Column<string>(type: "varchar(5)", unicode: false, maxLength: 5, nullable: false),
                    market_code = table.Column<string>(type: "varchar(2)", unicode: false, maxLength: 2, nullable: true),
                    contract_months = table.Column<int>(type: "int", nullable: true),
                    return_date = table.Column<int>(type: "int", nullable: true),
                    loan_amount_vnd = table.Column<long>(type: "bigint", nullable: true),
                    loan_project_ref = table.Column<string>(type: "nvarchar(50)", maxLength: 50, nullable: true),
                    state = table.Column<int>(type: "int", nullable: false),
                    booked_by = table.Column<byte[]>(type: "binary(16)", nullable: false),
                    return_told_by = table.Column<byte[]>(type: "binary(16)", nullable: true),
                    created_at = table.Column<long>(type: "bigint", nullable: false),
                    updated_at = table.Column<long>(type: "bigint", nullable: false),
                    version = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_placement", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "relay_state",
                columns: table => new
                {
                    id = table.Column<int>(type: "int", nullable: false),
                    last_sequence = table.Column<long>(type: "bigint", nullable: false),
                    published_sequence = table.Column<long>(type: "bigint", nullable: false),
                    lease_holder = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    lease_until = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_relay_state", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "worker",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "binary(16)", nullable: false),
                    person_key = table.Column<string>(type: "varchar(22)", unicode: false, maxLength: 22, nullable: false),
                    sealed_number = table.Column<byte[]>(type: "varbinary(100)", maxLength: 100, nullable: true),
                    keyed_at = table.Column<long>(type: "bigint", nullable: false),
                    full_name = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false),
                    birth = table.Column<int>(type: "int", nullable: true),
                    sex = table.Column<int>(type: "int", nullable: false),
                    area_code = table.Column<string>(type: "varchar(5)", unicode: false, maxLength: 5, nullable: false),
                    area_on = table.Column<int>(type: "int", nullable: false),
                    education = table.Column<int>(type: "int", nullable: false),
                    occupation_code = table.Column<string>(type: "varchar(5)", unicode: false, maxLength: 5, nullable: false),
                    created_at = table.Column<long>(type: "bigint", nullable: false),
                    updated_at = table.Column<long>(type: "bigint", nullable: false),
                    version = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_worker", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "worker_identifier",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "binary(16)", nullable: false),
                    worker_id = table.Column<byte[]>(type: "binary(16)", nullable: false),
                    person_key = table.Column<string>(type: "varchar(22)", unicode: false, maxLength: 22, nullable: false),
                    sealed_number = table.Column<byte[]>(type: "varbinary(100)", maxLength: 100, nullable: true),
                    valid_from = table.Column<long>(type: "bigint", nullable: false),
                    valid_to = table.Column<long>(type: "bigint", nullable: false),
                    replaced_because = table.Column<string>(type: "nvarchar(500)", maxLength: 500, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_worker_identifier", x => x.id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_employer_area_code",
                table: "employer",
                column: "area_code");

            migrationBuilder.CreateIndex(
                name: "IX_employer_identity_key",
                table: "employer",
                column: "identity_key",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_event_log_subject_sequence",
                table: "event_log",
                columns: new[] { "subject", "sequence" });

            migrationBuilder.CreateIndex(
                name: "IX_idempotency_answered_at",
                table: "idempotency",
                column: "answered_at");

            migrationBuilder.CreateIndex(
                name: "IX_placement_area_code_start_date",
                table: "placement",
                columns: new[] { "area_code", "start_date" });

            migrationBuilder.CreateIndex(
                name: "IX_placement_natural_key",
                table: "placement",
                column: "natural_key",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_placement_start_date_id",
                table: "placement",
                columns: new[] { "start_date", "id" });

            migrationBuilder.CreateIndex(
                name: "IX_placement_worker_id",
                table: "placement",
                column: "worker_id");

            migrationBuilder.CreateIndex(
                name: "IX_worker_area_code",
                table: "worker",
                column: "area_code");

            migrationBuilder.CreateIndex(
                name: "IX_worker_person_key",
                table: "worker",
                column: "person_key",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_worker_identifier_person_key",
                table: "worker_identifier",
                column: "person_key");

            migrationBuilder.CreateIndex(
                name: "IX_worker_identifier_worker_id",
                table: "worker_identifier",
                column: "worker_id");
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
                name: "employer");

            migrationBuilder.DropTable(
                name: "event_log");

            migrationBuilder.DropTable(
                name: "feed_position");

            migrationBuilder.DropTable(
                name: "idempotency");

            migrationBuilder.DropTable(
                name: "outbox");

            migrationBuilder.DropTable(
                name: "parked_run");

            migrationBuilder.DropTable(
                name: "placement");

            migrationBuilder.DropTable(
                name: "relay_state");

            migrationBuilder.DropTable(
                name: "worker");

            migrationBuilder.DropTable(
                name: "worker_identifier");
        }
    }
}
