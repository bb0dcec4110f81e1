using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Cooperator.Api.Database.Migrations
{
    /// <inheritdoc />
    public partial class DutiesPlannedUntil : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<DateOnly>(
                name: "planned_until",
                table: "duties",
                type: "date",
                nullable: true);

            // Whoever owns the tables sees no row of any co-op while the row policies are forced on the owner too.
            migrationBuilder.Sql(
                """
                ALTER TABLE duties NO FORCE ROW LEVEL SECURITY;
                ALTER TABLE duty_occurrences NO FORCE ROW LEVEL SECURITY;
                UPDATE duties SET planned_until = (
                    SELECT max(o.due_on) FROM duty_occurrences o WHERE o.coop_id = duties.coop_id AND o.duty_id = duties.id
                );
                ALTER TABLE duties FORCE ROW LEVEL SECURITY;
                ALTER TABLE duty_occurrences FORCE ROW LEVEL SECURITY;
                """
            );
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "planned_until",
                table: "duties");
        }
    }
}
