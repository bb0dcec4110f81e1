using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Cooperator.Api.Database.Migrations
{
    /// <inheritdoc />
    public partial class AddLettersToPrint : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateIndex(
                name: "ix_deliveries_to_print",
                table: "deliveries",
                columns: new[] { "coop_id", "created_at", "id" },
                filter: "channel = 'EMAIL' AND state IN ('DEAD', 'UNREACHABLE')");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_deliveries_to_print",
                table: "deliveries");
        }
    }
}
