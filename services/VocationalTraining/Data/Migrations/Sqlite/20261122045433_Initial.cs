using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace AnSinh.VocationalTraining.Data.Migrations.Sqlite
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
                name: "institution",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "binary(16)", nullable: false),
                    code = table.Column<string>(type: "TEXT", unicode: false, maxLength: 20, nullable: false),
                    display_name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    kind = table.Column<int>(type: "INTEGER", nullable: false),
                    ownership = table.Column<int>(type: "INTEGER", nullable: false),
                    licence_number = table.Column<string>(type: "TEXT", maxLength: 50, nullable: false),
                    licensed_on = table.Column<int>(type: "INTEGER", nullable: false),
                    area_code = table.Column<string>(type: "TEXT", unicode: false, maxLength: 5, nullable: false),
                    opened_on = table.Column<int>(type: "INTEGER", nullable: false),
                    closed_on = table.Column<int>(type: "INTEGER", nullable: true),
                    merged_into = table.Column<byte[]>(type: "binary(16)", nullable: true),
                    booked_by = table.Column<byte[]>(type: "binary(16)", nullable: false),
                    created_at = table.Column<long>(type: "INTEGER", nullable: false),
                    updated_at = table.Column<long>(type: "INTEGER", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_institution", x => x.id);
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
                name: "person",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "binary(16)", nullable: false),
                    person_key = table.Column<string>(type: "TEXT", unicode: false, maxLength: 22, nullable: false),
                    identity_key = table.Column<byte[]>(type: "binary(32)", nullable: false),
                    sealed_number = table.Column<byte[]>(type: "BLOB", maxLength: 100, nullable: true),
                    full_name = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    birth = table.Column<int>(type: "INTEGER", nullable: true),
                    sex = table.Column<int>(type: "INTEGER", nullable: false),
                    area_code = table.Column<string>(type: "TEXT", unicode: false, maxLength: 5, nullable: false),
                    area_on = table.Column<int>(type: "INTEGER", nullable: false),
                    died_on = table.Column<int>(type: "INTEGER", nullable: true),
                    created_at = table.Column<long>(type: "INTEGER", nullable: false),
                    updated_at = table.Column<long>(type: "INTEGER", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_person", x => x.id);
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

            migrationBuilder.CreateTable(
                name: "surveyed_figure",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "binary(16)", nullable: false),
                    indicator = table.Column<string>(type: "TEXT", unicode: false, maxLength: 10, nullable: false),
                    area_code = table.Column<string>(type: "TEXT", unicode: false, maxLength: 5, nullable: false),
                    day = table.Column<int>(type: "INTEGER", nullable: false),
                    value = table.Column<string>(type: "TEXT", unicode: false, maxLength: 20, nullable: false),
                    source = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    state = table.Column<int>(type: "INTEGER", nullable: false),
                    keyed_by = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    signed_by = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    told_by = table.Column<byte[]>(type: "binary(16)", nullable: true),
                    withdrawn_by = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    withdrawn_because = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    created_at = table.Column<long>(type: "INTEGER", nullable: false),
                    updated_at = table.Column<long>(type: "INTEGER", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_surveyed_figure", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "programme",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "binary(16)", nullable: false),
                    institution_id = table.Column<byte[]>(type: "binary(16)", nullable: false),
                    code = table.Column<string>(type: "TEXT", unicode: false, maxLength: 20, nullable: false),
                    level = table.Column<int>(type: "INTEGER", nullable: false),
                    occupation_code = table.Column<string>(type: "TEXT", unicode: false, maxLength: 7, nullable: false),
                    occupation_name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    duration_weeks = table.Column<int>(type: "INTEGER", nullable: false),
                    fee_vnd = table.Column<long>(type: "INTEGER", nullable: false),
                    yearly_quota = table.Column<int>(type: "INTEGER", nullable: false),
                    created_at = table.Column<long>(type: "INTEGER", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_programme", x => x.id);
                    table.ForeignKey(
                        name: "FK_programme_institution_institution_id",
                        column: x => x.institution_id,
                        principalTable: "institution",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "enrolment",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "binary(16)", nullable: false),
                    natural_key = table.Column<byte[]>(type: "binary(32)", nullable: false),
                    person_id = table.Column<byte[]>(type: "binary(16)", nullable: false),
                    programme_id = table.Column<byte[]>(type: "binary(16)", nullable: false),
                    institution_id = table.Column<byte[]>(type: "binary(16)", nullable: false),
                    level = table.Column<int>(type: "INTEGER", nullable: false),
                    enrolled_on = table.Column<int>(type: "INTEGER", nullable: false),
                    area_code = table.Column<string>(type: "TEXT", unicode: false, maxLength: 5, nullable: false),
                    rural_subsidy = table.Column<bool>(type: "INTEGER", nullable: false),
                    state = table.Column<int>(type: "INTEGER", nullable: false),
                    transferred_on = table.Column<int>(type: "INTEGER", nullable: true),
                    ended_on = table.Column<int>(type: "INTEGER", nullable: true),
                    voided_because = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    booked_by = table.Column<byte[]>(type: "binary(16)", nullable: false),
                    end_told_by = table.Column<byte[]>(type: "binary(16)", nullable: true),
                    created_at = table.Column<long>(type: "INTEGER", nullable: false),
                    updated_at = table.Column<long>(type: "INTEGER", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_enrolment", x => x.id);
                    table.ForeignKey(
                        name: "FK_enrolment_person_person_id",
                        column: x => x.person_id,
                        principalTable: "person",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_enrolment_programme_programme_id",
                        column: x => x.programme_id,
                        principalTable: "programme",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "certificate",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "binary(16)", nullable: false),
                    enrolment_id = table.Column<byte[]>(type: "binary(16)", nullable: false),
                    number = table.Column<string>(type: "TEXT", unicode: false, maxLength: 30, nullable: false),
                    book_number = table.Column<string>(type: "TEXT", maxLength: 30, nullable: false),
                    level = table.Column<int>(type: "INTEGER", nullable: false),
                    year = table.Column<int>(type: "INTEGER", nullable: false),
                    issued_on = table.Column<int>(type: "INTEGER", nullable: false),
                    decision = table.Column<string>(type: "TEXT", maxLength: 50, nullable: false),
                    occupation_name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    institution_name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    area_code = table.Column<string>(type: "TEXT", unicode: false, maxLength: 5, nullable: false),
                    state = table.Column<int>(type: "INTEGER", nullable: false),
                    replaces = table.Column<byte[]>(type: "binary(16)", nullable: true),
                    ended_on = table.Column<int>(type: "INTEGER", nullable: true),
                    ended_because = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    booked_by = table.Column<byte[]>(type: "binary(16)", nullable: false),
                    created_at = table.Column<long>(type: "INTEGER", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_certificate", x => x.id);
                    table.ForeignKey(
                        name: "FK_certificate_enrolment_enrolment_id",
                        column: x => x.enrolment_id,
                        principalTable: "enrolment",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_certificate_area_code",
                table: "certificate",
                column: "area_code");

            migrationBuilder.CreateIndex(
                name: "IX_certificate_enrolment_id",
                table: "certificate",
                column: "enrolment_id");

            migrationBuilder.CreateIndex(
                name: "IX_certificate_number_level_year",
                table: "certificate",
                columns: new[] { "number", "level", "year" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_enrolment_area_code_enrolled_on",
                table: "enrolment",
                columns: new[] { "area_code", "enrolled_on" });

            migrationBuilder.CreateIndex(
                name: "IX_enrolment_enrolled_on_id",
                table: "enrolment",
                columns: new[] { "enrolled_on", "id" });

            migrationBuilder.CreateIndex(
                name: "IX_enrolment_institution_id",
                table: "enrolment",
                column: "institution_id");

            migrationBuilder.CreateIndex(
                name: "IX_enrolment_natural_key",
                table: "enrolment",
                column: "natural_key",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_enrolment_person_id",
                table: "enrolment",
                column: "person_id");

            migrationBuilder.CreateIndex(
                name: "IX_enrolment_programme_id",
                table: "enrolment",
                column: "programme_id");

            migrationBuilder.CreateIndex(
                name: "IX_event_log_subject_sequence",
                table: "event_log",
                columns: new[] { "subject", "sequence" });

            migrationBuilder.CreateIndex(
                name: "IX_idempotency_answered_at",
                table: "idempotency",
                column: "answered_at");

            migrationBuilder.CreateIndex(
                name: "IX_institution_area_code",
                table: "institution",
                column: "area_code");

            migrationBuilder.CreateIndex(
                name: "IX_institution_code",
                table: "institution",
                column: "code",
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

            migrationBuilder.CreateIndex(
                name: "IX_programme_institution_id_code",
                table: "programme",
                columns: new[] { "institution_id", "code" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_surveyed_figure_indicator_area_code_day",
                table: "surveyed_figure",
                columns: new[] { "indicator", "area_code", "day" });
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
                name: "certificate");

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
                name: "relay_state");

            migrationBuilder.DropTable(
                name: "surveyed_figure");

            migrationBuilder.DropTable(
                name: "enrolment");

            migrationBuilder.DropTable(
                name: "person");

            migrationBuilder.DropTable(
                name: "programme");

            migrationBuilder.DropTable(
                name: "institution");
        }
    }
}
