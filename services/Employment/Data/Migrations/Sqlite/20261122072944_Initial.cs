using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace AnSinh.Employment.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "approval_threshold",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "binary(16)", nullable: false),
                    scheme = table.Column<string>(type: "TEXT", unicode: false, maxLength: 40, nullable: false),
                    applied_from = table.Column<int>(type: "INTEGER", nullable: false),
                    amount_vnd = table.Column<long>(type: "INTEGER", nullable: false),
                    approvals = table.Column<int>(type: "INTEGER", nullable: false),
                    legal_basis = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    entered_by = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_approval_threshold", x => x.id);
                });

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
                name: "benefit_rate",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "binary(16)", nullable: false),
                    scheme = table.Column<string>(type: "TEXT", unicode: false, maxLength: 40, nullable: false),
                    category = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    report_category = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    kind = table.Column<int>(type: "INTEGER", nullable: false),
                    value = table.Column<long>(type: "INTEGER", nullable: false),
                    province_code = table.Column<string>(type: "TEXT", unicode: false, maxLength: 2, nullable: false),
                    signed_on = table.Column<int>(type: "INTEGER", nullable: false),
                    in_force_on = table.Column<int>(type: "INTEGER", nullable: false),
                    applied_from = table.Column<int>(type: "INTEGER", nullable: false),
                    applied_to = table.Column<int>(type: "INTEGER", nullable: true),
                    legal_basis = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    confirmed = table.Column<bool>(type: "INTEGER", nullable: false),
                    entered_by = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    entered_at = table.Column<long>(type: "INTEGER", nullable: false),
                    confirmed_by = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    confirmed_at = table.Column<long>(type: "INTEGER", nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_benefit_rate", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "employer",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "binary(16)", nullable: false),
                    identity_key = table.Column<string>(type: "TEXT", unicode: false, maxLength: 24, nullable: false),
                    display_name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    tax_code = table.Column<string>(type: "TEXT", unicode: false, maxLength: 14, nullable: false),
                    sector_code = table.Column<string>(type: "TEXT", unicode: false, maxLength: 5, nullable: false),
                    size = table.Column<int>(type: "INTEGER", nullable: true),
                    area_code = table.Column<string>(type: "TEXT", unicode: false, maxLength: 5, nullable: false),
                    area_on = table.Column<int>(type: "INTEGER", nullable: false),
                    created_at = table.Column<long>(type: "INTEGER", nullable: false),
                    updated_at = table.Column<long>(type: "INTEGER", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_employer", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "entitlement",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "binary(16)", nullable: false),
                    natural_key = table.Column<byte[]>(type: "binary(32)", nullable: false),
                    scheme = table.Column<string>(type: "TEXT", unicode: false, maxLength: 40, nullable: false),
                    person_id = table.Column<byte[]>(type: "binary(16)", nullable: false),
                    area_code = table.Column<string>(type: "TEXT", unicode: false, maxLength: 5, nullable: false),
                    area_on = table.Column<int>(type: "INTEGER", nullable: false),
                    category = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    report_category = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    multiplier = table.Column<int>(type: "INTEGER", nullable: false),
                    fixed_amount_vnd = table.Column<long>(type: "INTEGER", nullable: true),
                    start_month = table.Column<int>(type: "INTEGER", nullable: false),
                    end_month = table.Column<int>(type: "INTEGER", nullable: true),
                    payable_from = table.Column<int>(type: "INTEGER", nullable: false),
                    settled_through = table.Column<int>(type: "INTEGER", nullable: false),
                    compared_at = table.Column<long>(type: "INTEGER", nullable: true),
                    suspended_from = table.Column<int>(type: "INTEGER", nullable: true),
                    state = table.Column<int>(type: "INTEGER", nullable: false),
                    channel = table.Column<int>(type: "INTEGER", nullable: false),
                    sealed_account = table.Column<byte[]>(type: "BLOB", maxLength: 150, nullable: true),
                    decision_no = table.Column<string>(type: "TEXT", maxLength: 50, nullable: false),
                    reason = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    told_by = table.Column<byte[]>(type: "binary(16)", nullable: false),
                    created_at = table.Column<long>(type: "INTEGER", nullable: false),
                    updated_at = table.Column<long>(type: "INTEGER", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_entitlement", x => x.id);
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
                name: "payment_line",
                columns: table => new
                {
                    run_id = table.Column<byte[]>(type: "binary(16)", nullable: false),
                    line_no = table.Column<int>(type: "INTEGER", nullable: false),
                    entitlement_id = table.Column<byte[]>(type: "binary(16)", nullable: false),
                    person_key = table.Column<string>(type: "TEXT", unicode: false, maxLength: 22, nullable: false),
                    payee = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    area_code = table.Column<string>(type: "TEXT", unicode: false, maxLength: 5, nullable: false),
                    category = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    report_category = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    first_month = table.Column<int>(type: "INTEGER", nullable: false),
                    last_month = table.Column<int>(type: "INTEGER", nullable: false),
                    months = table.Column<int>(type: "INTEGER", nullable: false),
                    settled_before = table.Column<int>(type: "INTEGER", nullable: false),
                    amount_vnd = table.Column<long>(type: "INTEGER", nullable: false),
                    back_pay_vnd = table.Column<long>(type: "INTEGER", nullable: false),
                    channel = table.Column<int>(type: "INTEGER", nullable: false),
                    sealed_account = table.Column<byte[]>(type: "BLOB", maxLength: 150, nullable: true),
                    state = table.Column<int>(type: "INTEGER", nullable: false),
                    paid_on = table.Column<int>(type: "INTEGER", nullable: true),
                    reported_vnd = table.Column<long>(type: "INTEGER", nullable: true),
                    reason = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_payment_line", x => new { x.run_id, x.line_no });
                });

            migrationBuilder.CreateTable(
                name: "payment_month",
                columns: table => new
                {
                    run_id = table.Column<byte[]>(type: "binary(16)", nullable: false),
                    line_no = table.Column<int>(type: "INTEGER", nullable: false),
                    month = table.Column<int>(type: "INTEGER", nullable: false),
                    entitlement_id = table.Column<byte[]>(type: "binary(16)", nullable: false),
                    amount_vnd = table.Column<long>(type: "INTEGER", nullable: false),
                    counts = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_payment_month", x => new { x.run_id, x.line_no, x.month });
                });

            migrationBuilder.CreateTable(
                name: "payment_run",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "binary(16)", nullable: false),
                    scheme = table.Column<string>(type: "TEXT", unicode: false, maxLength: 40, nullable: false),
                    area_code = table.Column<string>(type: "TEXT", unicode: false, maxLength: 5, nullable: false),
                    month = table.Column<int>(type: "INTEGER", nullable: false),
                    state = table.Column<int>(type: "INTEGER", nullable: false),
                    lines = table.Column<int>(type: "INTEGER", nullable: false),
                    amount_vnd = table.Column<long>(type: "INTEGER", nullable: false),
                    back_pay_vnd = table.Column<long>(type: "INTEGER", nullable: false),
                    left_out = table.Column<int>(type: "INTEGER", nullable: false),
                    overpaid_vnd = table.Column<long>(type: "INTEGER", nullable: false),
                    paid_lines = table.Column<int>(type: "INTEGER", nullable: false),
                    paid_vnd = table.Column<long>(type: "INTEGER", nullable: false),
                    unpaid_lines = table.Column<int>(type: "INTEGER", nullable: false),
                    approvals_required = table.Column<int>(type: "INTEGER", nullable: false),
                    prepared_by = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    approved_by = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    second_approved_by = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    cancel_reason = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    created_at = table.Column<long>(type: "INTEGER", nullable: false),
                    updated_at = table.Column<long>(type: "INTEGER", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_payment_run", x => x.id);
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
                name: "placement",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "binary(16)", nullable: false),
                    natural_key = table.Column<byte[]>(type: "binary(32)", nullable: false),
                    worker_id = table.Column<byte[]>(type: "binary(16)", nullable: false),
                    employer_id = table.Column<byte[]>(type: "binary(16)", nullable: true),
                    channel = table.Column<int>(type: "INTEGER", nullable: false),
                    start_date = table.Column<int>(type: "INTEGER", nullable: false),
                    area_code = table.Column<string>(type: "TEXT", unicode: false, maxLength: 5, nullable: false),
                    occupation_code = table.Column<string>(type: "TEXT", unicode: false, maxLength: 5, nullable: false),
                    market_code = table.Column<string>(type: "TEXT", unicode: false, maxLength: 2, nullable: true),
                    contract_months = table.Column<int>(type: "INTEGER", nullable: true),
                    return_date = table.Column<int>(type: "INTEGER", nullable: true),
                    loan_amount_vnd = table.Column<long>(type: "INTEGER", nullable: true),
                    loan_project_ref = table.Column<string>(type: "TEXT", maxLength: 50, nullable: true),
                    state = table.Column<int>(type: "INTEGER", nullable: false),
                    booked_by = table.Column<byte[]>(type: "binary(16)", nullable: false),
                    return_told_by = table.Column<byte[]>(type: "binary(16)", nullable: true),
                    created_at = table.Column<long>(type: "INTEGER", nullable: false),
                    updated_at = table.Column<long>(type: "INTEGER", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_placement", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "recovery",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "binary(16)", nullable: false),
                    scheme = table.Column<string>(type: "TEXT", unicode: false, maxLength: 40, nullable: false),
                    entitlement_id = table.Column<byte[]>(type: "binary(16)", nullable: false),
                    area_code = table.Column<string>(type: "TEXT", unicode: false, maxLength: 5, nullable: false),
                    area_on = table.Column<int>(type: "INTEGER", nullable: false),
                    amount_vnd = table.Column<long>(type: "INTEGER", nullable: false),
                    received_vnd = table.Column<long>(type: "INTEGER", nullable: false),
                    waived_vnd = table.Column<long>(type: "INTEGER", nullable: false),
                    cause = table.Column<int>(type: "INTEGER", nullable: false),
                    decision_no = table.Column<string>(type: "TEXT", maxLength: 50, nullable: false),
                    assessed_on = table.Column<int>(type: "INTEGER", nullable: false),
                    created_at = table.Column<long>(type: "INTEGER", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_recovery", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "recovery_entry",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "binary(16)", nullable: false),
                    recovery_id = table.Column<byte[]>(type: "binary(16)", nullable: false),
                    amount_vnd = table.Column<long>(type: "INTEGER", nullable: false),
                    waived = table.Column<bool>(type: "INTEGER", nullable: false),
                    day = table.Column<int>(type: "INTEGER", nullable: false),
                    basis = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    actor = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_recovery_entry", x => x.id);
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
                name: "return_file",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "binary(16)", nullable: false),
                    run_id = table.Column<byte[]>(type: "binary(16)", nullable: false),
                    hash = table.Column<byte[]>(type: "binary(32)", nullable: false),
                    file_name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    lines = table.Column<int>(type: "INTEGER", nullable: false),
                    counts = table.Column<string>(type: "TEXT", unicode: false, maxLength: 300, nullable: false),
                    imported_by = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    imported_at = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_return_file", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "return_problem",
                columns: table => new
                {
                    file_id = table.Column<byte[]>(type: "binary(16)", nullable: false),
                    file_line = table.Column<int>(type: "INTEGER", nullable: false),
                    line_no = table.Column<int>(type: "INTEGER", nullable: false),
                    state = table.Column<int>(type: "INTEGER", nullable: false),
                    listed_vnd = table.Column<long>(type: "INTEGER", nullable: false),
                    reported_vnd = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_return_problem", x => new { x.file_id, x.file_line });
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
                name: "worker",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "binary(16)", nullable: false),
                    person_key = table.Column<string>(type: "TEXT", unicode: false, maxLength: 22, nullable: false),
                    sealed_number = table.Column<byte[]>(type: "BLOB", maxLength: 100, nullable: true),
                    keyed_at = table.Column<long>(type: "INTEGER", nullable: false),
                    full_name = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    birth = table.Column<int>(type: "INTEGER", nullable: true),
                    sex = table.Column<int>(type: "INTEGER", nullable: false),
                    area_code = table.Column<string>(type: "TEXT", unicode: false, maxLength: 5, nullable: false),
                    area_on = table.Column<int>(type: "INTEGER", nullable: false),
                    education = table.Column<int>(type: "INTEGER", nullable: false),
                    occupation_code = table.Column<string>(type: "TEXT", unicode: false, maxLength: 5, nullable: false),
                    created_at = table.Column<long>(type: "INTEGER", nullable: false),
                    updated_at = table.Column<long>(type: "INTEGER", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
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
                    person_key = table.Column<string>(type: "TEXT", unicode: false, maxLength: 22, nullable: false),
                    sealed_number = table.Column<byte[]>(type: "BLOB", maxLength: 100, nullable: true),
                    valid_from = table.Column<long>(type: "INTEGER", nullable: false),
                    valid_to = table.Column<long>(type: "INTEGER", nullable: false),
                    replaced_because = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_worker_identifier", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "counselling_visit",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "binary(16)", nullable: false),
                    natural_key = table.Column<byte[]>(type: "binary(32)", nullable: false),
                    worker_id = table.Column<byte[]>(type: "binary(16)", nullable: false),
                    kind = table.Column<int>(type: "INTEGER", nullable: false),
                    visited_on = table.Column<int>(type: "INTEGER", nullable: false),
                    area_code = table.Column<string>(type: "TEXT", unicode: false, maxLength: 5, nullable: false),
                    state = table.Column<int>(type: "INTEGER", nullable: false),
                    voided_because = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    booked_by = table.Column<byte[]>(type: "binary(16)", nullable: false),
                    created_at = table.Column<long>(type: "INTEGER", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_counselling_visit", x => x.id);
                    table.ForeignKey(
                        name: "FK_counselling_visit_worker_worker_id",
                        column: x => x.worker_id,
                        principalTable: "worker",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "unemployment_claim",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "binary(16)", nullable: false),
                    natural_key = table.Column<byte[]>(type: "binary(32)", nullable: false),
                    worker_id = table.Column<byte[]>(type: "binary(16)", nullable: false),
                    area_code = table.Column<string>(type: "TEXT", unicode: false, maxLength: 5, nullable: false),
                    filed_on = table.Column<int>(type: "INTEGER", nullable: false),
                    contract_ended_on = table.Column<int>(type: "INTEGER", nullable: false),
                    contract_months = table.Column<int>(type: "INTEGER", nullable: false),
                    paid_months = table.Column<int>(type: "INTEGER", nullable: false),
                    recent_paid_months = table.Column<int>(type: "INTEGER", nullable: false),
                    last_paid_month = table.Column<int>(type: "INTEGER", nullable: false),
                    average_wage_vnd = table.Column<long>(type: "INTEGER", nullable: false),
                    wage_scheme = table.Column<int>(type: "INTEGER", nullable: false),
                    wage_region = table.Column<int>(type: "INTEGER", nullable: false),
                    left_unlawfully = table.Column<bool>(type: "INTEGER", nullable: false),
                    pension = table.Column<bool>(type: "INTEGER", nullable: false),
                    found_work = table.Column<bool>(type: "INTEGER", nullable: false),
                    state = table.Column<int>(type: "INTEGER", nullable: false),
                    received_by = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    decided_by = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    decision_number = table.Column<string>(type: "TEXT", maxLength: 50, nullable: true),
                    decided_on = table.Column<int>(type: "INTEGER", nullable: true),
                    monthly_vnd = table.Column<long>(type: "INTEGER", nullable: true),
                    months = table.Column<int>(type: "INTEGER", nullable: true),
                    revoked_because = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    entitlement_id = table.Column<byte[]>(type: "binary(16)", nullable: true),
                    told_by = table.Column<byte[]>(type: "binary(16)", nullable: true),
                    created_at = table.Column<long>(type: "INTEGER", nullable: false),
                    updated_at = table.Column<long>(type: "INTEGER", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_unemployment_claim", x => x.id);
                    table.ForeignKey(
                        name: "FK_unemployment_claim_entitlement_entitlement_id",
                        column: x => x.entitlement_id,
                        principalTable: "entitlement",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_unemployment_claim_worker_worker_id",
                        column: x => x.worker_id,
                        principalTable: "worker",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_approval_threshold_scheme_applied_from",
                table: "approval_threshold",
                columns: new[] { "scheme", "applied_from" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_benefit_rate_scheme_category_kind_province_code_applied_from_legal_basis",
                table: "benefit_rate",
                columns: new[] { "scheme", "category", "kind", "province_code", "applied_from", "legal_basis" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_counselling_visit_area_code_visited_on",
                table: "counselling_visit",
                columns: new[] { "area_code", "visited_on" });

            migrationBuilder.CreateIndex(
                name: "IX_counselling_visit_natural_key",
                table: "counselling_visit",
                column: "natural_key",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_counselling_visit_visited_on_id",
                table: "counselling_visit",
                columns: new[] { "visited_on", "id" });

            migrationBuilder.CreateIndex(
                name: "IX_counselling_visit_worker_id",
                table: "counselling_visit",
                column: "worker_id");

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
                name: "IX_entitlement_natural_key",
                table: "entitlement",
                column: "natural_key",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_entitlement_person_id",
                table: "entitlement",
                column: "person_id");

            migrationBuilder.CreateIndex(
                name: "IX_entitlement_scheme_area_code",
                table: "entitlement",
                columns: new[] { "scheme", "area_code" });

            migrationBuilder.CreateIndex(
                name: "IX_event_log_subject_sequence",
                table: "event_log",
                columns: new[] { "subject", "sequence" });

            migrationBuilder.CreateIndex(
                name: "IX_idempotency_answered_at",
                table: "idempotency",
                column: "answered_at");

            migrationBuilder.CreateIndex(
                name: "IX_payment_month_entitlement_id",
                table: "payment_month",
                column: "entitlement_id");

            migrationBuilder.CreateIndex(
                name: "IX_payment_run_scheme_month",
                table: "payment_run",
                columns: new[] { "scheme", "month" });

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
                name: "IX_recovery_entitlement_id",
                table: "recovery",
                column: "entitlement_id");

            migrationBuilder.CreateIndex(
                name: "IX_recovery_entry_recovery_id",
                table: "recovery_entry",
                column: "recovery_id");

            migrationBuilder.CreateIndex(
                name: "IX_return_file_run_id_hash",
                table: "return_file",
                columns: new[] { "run_id", "hash" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_surveyed_figure_indicator_area_code_day",
                table: "surveyed_figure",
                columns: new[] { "indicator", "area_code", "day" });

            migrationBuilder.CreateIndex(
                name: "IX_unemployment_claim_area_code_filed_on",
                table: "unemployment_claim",
                columns: new[] { "area_code", "filed_on" });

            migrationBuilder.CreateIndex(
                name: "IX_unemployment_claim_entitlement_id",
                table: "unemployment_claim",
                column: "entitlement_id");

            migrationBuilder.CreateIndex(
                name: "IX_unemployment_claim_natural_key",
                table: "unemployment_claim",
                column: "natural_key",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_unemployment_claim_worker_id",
                table: "unemployment_claim",
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
                name: "approval_threshold");

            migrationBuilder.DropTable(
                name: "area_succession");

            migrationBuilder.DropTable(
                name: "area_unit");

            migrationBuilder.DropTable(
                name: "audit");

            migrationBuilder.DropTable(
                name: "benefit_rate");

            migrationBuilder.DropTable(
                name: "counselling_visit");

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
                name: "payment_line");

            migrationBuilder.DropTable(
                name: "payment_month");

            migrationBuilder.DropTable(
                name: "payment_run");

            migrationBuilder.DropTable(
                name: "person");

            migrationBuilder.DropTable(
                name: "placement");

            migrationBuilder.DropTable(
                name: "recovery");

            migrationBuilder.DropTable(
                name: "recovery_entry");

            migrationBuilder.DropTable(
                name: "relay_state");

            migrationBuilder.DropTable(
                name: "return_file");

            migrationBuilder.DropTable(
                name: "return_problem");

            migrationBuilder.DropTable(
                name: "surveyed_figure");

            migrationBuilder.DropTable(
                name: "unemployment_claim");

            migrationBuilder.DropTable(
                name: "worker_identifier");

            migrationBuilder.DropTable(
                name: "entitlement");

            migrationBuilder.DropTable(
                name: "worker");
        }
    }
}
