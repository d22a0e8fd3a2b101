using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace AnSinh.Reporting.Data.Migrations.SqlServer
{
    /// <inheritdoc />
    public partial class FactsByDay : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_fact_measure_day_area_code",
                table: "fact");

            migrationBuilder.DropIndex(
                name: "ix_fact_recorded",
                table: "fact");

            migrationBuilder.CreateIndex(
                name: "ix_fact_taking_effect",
                table: "fact",
                columns: new[] { "measure", "day", "recorded_at", "area_code", "dims", "person", "sign", "quantity", "amount_vnd" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_fact_taking_effect",
                table: "fact");

            migrationBuilder.CreateIndex(
                name: "IX_fact_measure_day_area_code",
                table: "fact",
                columns: new[] { "measure", "day", "area_code" });

            migrationBuilder.CreateIndex(
                name: "ix_fact_recorded",
                table: "fact",
                columns: new[] { "measure", "area_code", "recorded_at", "day", "dims", "person", "sign", "quantity", "amount_vnd" });
        }
    }
}
