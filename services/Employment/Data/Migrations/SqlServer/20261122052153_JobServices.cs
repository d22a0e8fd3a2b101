using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace AnSinh.Employment.Data.Migrations.SqlServer
{
    /// <inheritdoc />
    public partial class JobServices : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "counselling_visit",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "binary(16)", nullable: false),
                    natural_key = table.Column<byte[]>(type: "binary(32)", nullable: false),
                    worker_id = table.Column<byte[]>(type: "binary(16)", nullable: false),
                    kind = table.Column<int>(type: "int", nullable: false),
                    visited_on = table.Column<int>(type: "int", nullable: false),
                    area_code = table.Column<string>(type: "varchar(5)", unicode: false, maxLength: 5, nullable: false),
                    state = table.Column<int>(type: "int", nullable: false),
                    voided_because = table.Column<string>(type: "nvarchar(500)", maxLength: 500, nullable: true),
                    booked_by = table.Column<byte[]>(type: "binary(16)", nullable: false),
                    created_at = table.Column<long>(type: "bigint", nullable: false),
                    version = table.Column<int>(type: "int", nullable: false)
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
                name: "surveyed_figure",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "binary(16)", nullable: false),
                    indicator = table.Column<string>(type: "varchar(10)", unicode: false, maxLength: 10, nullable: false),
                    area_code = table.Column<string>(type: "varchar(5)", unicode: false, maxLength: 5, nullable: false),
                    day = table.Column<int>(type: "int", nullable: false),
                    value = table.Column<string>(type: "varchar(20)", unicode: false, maxLength: 20, nullable: false),
                    source = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    state = table.Column<int>(type: "int", nullable: false),
                    keyed_by = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    signed_by = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: true),
                    told_by = table.Column<byte[]>(type: "binary(16)", nullable: true),
                    withdrawn_by = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: true),
                    withdrawn_because = table.Column<string>(type: "nvarchar(500)", maxLength: 500, nullable: true),
                    created_at = table.Column<long>(type: "bigint", nullable: false),
                    updated_at = table.Column<long>(type: "bigint", nullable: false),
                    version = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_surveyed_figure", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "unemployment_claim",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "binary(16)", nullable: false),
                    natural_key = table.Column<byte[]>(type: "binary(32)", nullable: false),
                    worker_id = table.Column<byte[]>(type: "binary(16)", nullable: false),
                    area_code = table.Column<string>(type: "varchar(5)", unicode: false, maxLength: 5, nullable: false),
                    filed_on = table.Column<int>(type: "int", nullable: false),
                    contract_ended_on = table.Column<int>(type: "int", nullable: false),
                    contract_months = table.Column<int>(type: "int", nullable: false),
                    paid_months = table.Column<int>(type: "int", nullable: false),
                    recent_paid_months = table.Column<int>(type: "int", nullable: false),
                    last_paid_month = table.Column<int>(type: "int", nullable: false),
                    average_wage_vnd = table.Column<long>(type: "bigint", nullable: false),
                    wage_scheme = table.Column<int>(type: "int", nullable: false),
                    wage_region = table.Column<int>(type: "int", nullable: false),
                    left_unlawfully = table.Column<bool>(type: "bit", nullable: false),
                    pension = table.Column<bool>(type: "bit", nullable: false),
                    found_work = table.Column<bool>(type: "bit", nullable: false),
                    state = table.Column<int>(type: "int", nullable: false),
                    received_by = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    decided_by = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: true),
                    decision_number = table.Column<string>(type: "nvarchar(50)", maxLength: 50, nullable: true),
                    decided_on = table.Column<int>(type: "int", nullable: true),
                    monthly_vnd = table.Column<long>(type: "bigint", nullable: true),
                    months = table.Column<int>(type: "int", nullable: true),
                    revoked_because = table.Column<string>(type: "nvarchar(500)", maxLength: 500, nullable: true),
                    told_by = table.Column<byte[]>(type: "binary(16)", nullable: true),
                    created_at = table.Column<long>(type: "bigint", nullable: false),
                    updated_at = table.Column<long>(type: "bigint", nullable: false),
                    version = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_unemployment_claim", x => x.id);
                    table.ForeignKey(
                        name: "FK_unemployment_claim_worker_worker_id",
                        column: x => x.worker_id,
                        principalTable: "worker",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

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
                name: "IX_surveyed_figure_indicator_area_code_day",
                table: "surveyed_figure",
                columns: new[] { "indicator", "area_code", "day" });

            migrationBuilder.CreateIndex(
                name: "IX_unemployment_claim_area_code_filed_on",
                table: "unemployment_claim",
                columns: new[] { "area_code", "filed_on" });

            migrationBuilder.CreateIndex(
                name: "IX_unemployment_claim_natural_key",
                table: "unemployment_claim",
                column: "natural_key",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_unemployment_claim_worker_id",
                table: "unemployment_claim",
                column: "worker_id");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "counselling_visit");

            migrationBuilder.DropTable(
                name: "surveyed_figure");

            migrationBuilder.DropTable(
                name: "unemployment_claim");
        }
    }
}
