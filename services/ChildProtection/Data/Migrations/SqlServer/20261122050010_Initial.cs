using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace AnSinh.ChildProtection.Data.Migrations.SqlServer
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
                name: "child",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "binary(16)", nullable: false),
                    person_id = table.Column<byte[]>(type: "binary(16)", nullable: false),
                    area_code = table.Column<string>(type: "varchar(5)", unicode: false, maxLength: 5, nullable: false),
                    area_on = table.Column<int>(type: "int", nullable: false),
                    exited_on = table.Column<int>(type: "int", nullable: true),
                    exit_reason = table.Column<int>(type: "int", nullable: true),
                    created_at = table.Column<long>(type: "bigint", nullable: false),
                    updated_at = table.Column<long>(type: "bigint", nullable: false),
                    version = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_child", x => x.id);
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
                name: "incident",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "binary(16)", nullable: false),
                    natural_key = table.Column<byte[]>(type: "binary(32)", nullable: false),
                    kind = table.Column<int>(type: "int", nullable: false),
                    happened_on = table.Column<int>(type: "int", nullable: false),
                    area_code = table.Column<string>(type: "varchar(5)", unicode: false, maxLength: 5, nullable: false),
                    fatal = table.Column<bool>(type: "bit", nullable: false),
                    place = table.Column<int>(type: "int", nullable: false),
                    victim_age = table.Column<int>(type: "int", nullable: true),
                    victim_sex = table.Column<int>(type: "int", nullable: false),
                    swimming = table.Column<int>(type: "int", nullable: false),
                    reference = table.Column<string>(type: "nvarchar(50)", maxLength: 50, nullable: false),
                    state = table.Column<int>(type: "int", nullable: false),
                    voided_because = table.Column<string>(type: "nvarchar(500)", maxLength: 500, nullable: true),
                    booked_by = table.Column<byte[]>(type: "binary(16)", nullable: false),
                    created_at = table.Column<long>(type: "bigint", nullable: false),
                    updated_at = table.Column<long>(type: "bigint", nullable: false),
                    version = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_incident", x => x.id);
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
                name: "person",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "binary(16)", nullable: false),
                    person_key = table.Column<string>(type: "varchar(22)", unicode: false, maxLength: 22, nullable: false),
                    identity_key = table.Column<byte[]>(type: "binary(32)", nullable: false),
                    sealed_number = table.Column<byte[]>(type: "varbinary(100)", maxLength: 100, nullable: true),
                    full_name = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false),
                    birth = table.Column<int>(type: "int", nullable: true),
                    sex = table.Column<int>(type: "int", nullable: false),
                    area_code = table.Column<string>(type: "varchar(5)", unicode: false, maxLength: 5, nullable: false),
                    area_on = table.Column<int>(type: "int", nullable: false),
                    died_on = table.Column<int>(type: "int", nullable: true),
                    created_at = table.Column<long>(type: "bigint", nullable: false),
                    updated_at = table.Column<long>(type: "bigint", nullable: false),
                    version = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_person", x => x.id);
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
                name: "abuse_case",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "binary(16)", nullable: false),
                    abuse_type = table.Column<int>(type: "int", nullable: false),
                    source = table.Column<int>(type: "int", nullable: false),
                    received_at = table.Column<long>(type: "bigint", nullable: false),
                    reported_on = table.Column<int>(type: "int", nullable: false),
                    area_code = table.Column<string>(type: "varchar(5)", unicode: false, maxLength: 5, nullable: false),
                    sealed_account = table.Column<byte[]>(type: "varbinary(3200)", maxLength: 3200, nullable: false),
                    child_id = table.Column<byte[]>(type: "binary(16)", nullable: true),
                    state = table.Column<int>(type: "int", nullable: false),
                    risk = table.Column<int>(type: "int", nullable: false),
                    assessment_due_at = table.Column<long>(type: "bigint", nullable: true),
                    assessed_at = table.Column<long>(type: "bigint", nullable: true),
                    due_at = table.Column<long>(type: "bigint", nullable: true),
                    due_action = table.Column<int>(type: "int", nullable: true),
                    cycle = table.Column<int>(type: "int", nullable: false),
                    planned_by = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    plan_met = table.Column<bool>(type: "bit", nullable: false),
                    opened_by = table.Column<byte[]>(type: "binary(16)", nullable: false),
                    closed_by = table.Column<byte[]>(type: "binary(16)", nullable: true),
                    created_at = table.Column<long>(type: "bigint", nullable: false),
                    updated_at = table.Column<long>(type: "bigint", nullable: false),
                    version = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_abuse_case", x => x.id);
                    table.ForeignKey(
                        name: "FK_abuse_case_child_child_id",
                        column: x => x.child_id,
                        principalTable: "child",
                        principalColumn: "id");
                });

            migrationBuilder.CreateTable(
                name: "child_circumstance",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "binary(16)", nullable: false),
                    child_id = table.Column<byte[]>(type: "binary(16)", nullable: false),
                    kind = table.Column<int>(type: "int", nullable: false),
                    sub_type = table.Column<int>(type: "int", nullable: false),
                    started_on = table.Column<int>(type: "int", nullable: false),
                    ended_on = table.Column<int>(type: "int", nullable: true),
                    out_of_age_on = table.Column<int>(type: "int", nullable: true),
                    area_code = table.Column<string>(type: "varchar(5)", unicode: false, maxLength: 5, nullable: false),
                    booked_by = table.Column<byte[]>(type: "binary(16)", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_child_circumstance", x => x.id);
                    table.ForeignKey(
                        name: "FK_child_circumstance_child_child_id",
                        column: x => x.child_id,
                        principalTable: "child",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "child_support",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "binary(16)", nullable: false),
                    child_id = table.Column<byte[]>(type: "binary(16)", nullable: false),
                    kind = table.Column<int>(type: "int", nullable: false),
                    started_on = table.Column<int>(type: "int", nullable: false),
                    ended_on = table.Column<int>(type: "int", nullable: true),
                    area_code = table.Column<string>(type: "varchar(5)", unicode: false, maxLength: 5, nullable: false),
                    booked_by = table.Column<byte[]>(type: "binary(16)", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_child_support", x => x.id);
                    table.ForeignKey(
                        name: "FK_child_support_child_child_id",
                        column: x => x.child_id,
                        principalTable: "child",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "case_member",
                columns: table => new
                {
                    case_id = table.Column<byte[]>(type: "binary(16)", nullable: false),
                    account = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_case_member", x => new { x.case_id, x.account });
                    table.ForeignKey(
                        name: "FK_case_member_abuse_case_case_id",
                        column: x => x.case_id,
                        principalTable: "abuse_case",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "case_referral",
                columns: table => new
                {
                    case_id = table.Column<byte[]>(type: "binary(16)", nullable: false),
                    number = table.Column<int>(type: "int", nullable: false),
                    to = table.Column<int>(type: "int", nullable: false),
                    referred_at = table.Column<long>(type: "bigint", nullable: false),
                    state = table.Column<int>(type: "int", nullable: false),
                    sealed_override = table.Column<byte[]>(type: "varbinary(1700)", maxLength: 1700, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_case_referral", x => new { x.case_id, x.number });
                    table.ForeignKey(
                        name: "FK_case_referral_abuse_case_case_id",
                        column: x => x.case_id,
                        principalTable: "abuse_case",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "case_service",
                columns: table => new
                {
                    case_id = table.Column<byte[]>(type: "binary(16)", nullable: false),
                    number = table.Column<int>(type: "int", nullable: false),
                    cycle = table.Column<int>(type: "int", nullable: false),
                    kind = table.Column<int>(type: "int", nullable: false),
                    agency = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    due_on = table.Column<int>(type: "int", nullable: false),
                    state = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_case_service", x => new { x.case_id, x.number });
                    table.ForeignKey(
                        name: "FK_case_service_abuse_case_case_id",
                        column: x => x.case_id,
                        principalTable: "abuse_case",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "case_step",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "binary(16)", nullable: false),
                    case_id = table.Column<byte[]>(type: "binary(16)", nullable: false),
                    action = table.Column<int>(type: "int", nullable: false),
                    state = table.Column<int>(type: "int", nullable: false),
                    done_at = table.Column<long>(type: "bigint", nullable: false),
                    actor = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    sealed_note = table.Column<byte[]>(type: "varbinary(1700)", maxLength: 1700, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_case_step", x => x.id);
                    table.ForeignKey(
                        name: "FK_case_step_abuse_case_case_id",
                        column: x => x.case_id,
                        principalTable: "abuse_case",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_abuse_case_area_code_reported_on",
                table: "abuse_case",
                columns: new[] { "area_code", "reported_on" });

            migrationBuilder.CreateIndex(
                name: "IX_abuse_case_child_id",
                table: "abuse_case",
                column: "child_id");

            migrationBuilder.CreateIndex(
                name: "IX_abuse_case_due_at",
                table: "abuse_case",
                column: "due_at");

            migrationBuilder.CreateIndex(
                name: "IX_case_member_account",
                table: "case_member",
                column: "account");

            migrationBuilder.CreateIndex(
                name: "IX_case_step_case_id",
                table: "case_step",
                column: "case_id");

            migrationBuilder.CreateIndex(
                name: "IX_child_area_code",
                table: "child",
                column: "area_code");

            migrationBuilder.CreateIndex(
                name: "IX_child_person_id",
                table: "child",
                column: "person_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_child_circumstance_area_code_started_on",
                table: "child_circumstance",
                columns: new[] { "area_code", "started_on" });

            migrationBuilder.CreateIndex(
                name: "IX_child_circumstance_child_id_kind_started_on",
                table: "child_circumstance",
                columns: new[] { "child_id", "kind", "started_on" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_child_support_child_id_kind_started_on",
                table: "child_support",
                columns: new[] { "child_id", "kind", "started_on" },
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
                name: "IX_incident_area_code_happened_on",
                table: "incident",
                columns: new[] { "area_code", "happened_on" });

            migrationBuilder.CreateIndex(
                name: "IX_incident_happened_on_id",
                table: "incident",
                columns: new[] { "happened_on", "id" });

            migrationBuilder.CreateIndex(
                name: "IX_incident_natural_key",
                table: "incident",
                column: "natural_key",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_person_area_code",
                table: "person",
                column: "area_code");

            migrationBuilder.CreateIndex(
                name: "IX_person_identity_key",
                table: "person",
                column: "identity_key",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_person_person_key",
                table: "person",
                column: "person_key",
                unique: true);
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
                name: "case_member");

            migrationBuilder.DropTable(
                name: "case_referral");

            migrationBuilder.DropTable(
                name: "case_service");

            migrationBuilder.DropTable(
                name: "case_step");

            migrationBuilder.DropTable(
                name: "child_circumstance");

            migrationBuilder.DropTable(
                name: "child_support");

            migrationBuilder.DropTable(
                name: "event_log");

            migrationBuilder.DropTable(
                name: "feed_position");

            migrationBuilder.DropTable(
                name: "idempotency");

            migrationBuilder.DropTable(
                name: "incident");

            migrationBuilder.DropTable(
                name: "outbox");

            migrationBuilder.DropTable(
                name: "parked_run");

            migrationBuilder.DropTable(
                name: "person");

            migrationBuilder.DropTable(
                name: "relay_state");

            migrationBuilder.DropTable(
                name: "abuse_case");

            migrationBuilder.DropTable(
                name: "child");
        }
    }
}
