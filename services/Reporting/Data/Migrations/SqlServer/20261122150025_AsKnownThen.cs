using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace AnSinh.Reporting.Data.Migrations.SqlServer
{
    /// <inheritdoc />
    public partial class AsKnownThen : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
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

            migrationBuilder.CreateIndex(
                name: "ix_fact_recorded",
                table: "fact",
                columns: new[] { "measure", "area_code", "recorded_at", "day", "dims", "person", "sign", "quantity", "amount_vnd" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "area_key");

            migrationBuilder.DropTable(
                name: "area_key_share");

            migrationBuilder.DropTable(
                name: "person_join");

            migrationBuilder.DropIndex(
                name: "ix_fact_recorded",
                table: "fact");

            migrationBuilder.DropColumn(
                name: "withdrawn_at",
                table: "entered_figure");
        }
    }
}
