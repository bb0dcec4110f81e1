using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Cooperator.Api.Database.Migrations
{
    /// <inheritdoc />
    public partial class AddDuties : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<int>(
                name: "completions",
                table: "tasks",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<int>(
                name: "holders_version",
                table: "tasks",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.CreateTable(
                name: "duties",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    coop_id = table.Column<Guid>(type: "uuid", nullable: false),
                    title = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    description = table.Column<string>(type: "text", nullable: true),
                    rule = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    first_on = table.Column<DateOnly>(type: "date", nullable: false),
                    estimate_hours = table.Column<decimal>(type: "numeric(6,2)", precision: 6, scale: 2, nullable: true),
                    lead_days = table.Column<int>(type: "integer", nullable: false),
                    ended_on = table.Column<DateOnly>(type: "date", nullable: true),
                    created_by_id = table.Column<Guid>(type: "uuid", nullable: false),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_duties", x => new { x.coop_id, x.id });
                    table.ForeignKey(
                        name: "fk_duties_coop_id",
                        column: x => x.coop_id,
                        principalTable: "coops",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_duties_coop_id_created_by_id",
                        columns: x => new { x.coop_id, x.created_by_id },
                        principalTable: "members",
                        principalColumns: new[] { "coop_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "duty_occurrences",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    coop_id = table.Column<Guid>(type: "uuid", nullable: false),
                    duty_id = table.Column<Guid>(type: "uuid", nullable: false),
                    due_on = table.Column<DateOnly>(type: "date", nullable: false),
                    planned_member_id = table.Column<Guid>(type: "uuid", nullable: true),
                    task_id = table.Column<Guid>(type: "uuid", nullable: false),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_duty_occurrences", x => new { x.coop_id, x.id });
                    table.ForeignKey(
                        name: "fk_duty_occurrences_coop_id",
                        column: x => x.coop_id,
                        principalTable: "coops",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_duty_occurrences_coop_id_duty_id",
                        columns: x => new { x.coop_id, x.duty_id },
                        principalTable: "duties",
                        principalColumns: new[] { "coop_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_duty_occurrences_coop_id_planned_member_id",
                        columns: x => new { x.coop_id, x.planned_member_id },
                        principalTable: "members",
                        principalColumns: new[] { "coop_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_duty_occurrences_coop_id_task_id",
                        columns: x => new { x.coop_id, x.task_id },
                        principalTable: "tasks",
                        principalColumns: new[] { "coop_id", "id" },
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "rotation_places",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    coop_id = table.Column<Guid>(type: "uuid", nullable: false),
                    duty_id = table.Column<Guid>(type: "uuid", nullable: false),
                    member_id = table.Column<Guid>(type: "uuid", nullable: false),
                    position = table.Column<int>(type: "integer", nullable: false),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_rotation_places", x => new { x.coop_id, x.id });
                    table.ForeignKey(
                        name: "fk_rotation_places_coop_id",
                        column: x => x.coop_id,
                        principalTable: "coops",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_rotation_places_coop_id_duty_id",
                        columns: x => new { x.coop_id, x.duty_id },
                        principalTable: "duties",
                        principalColumns: new[] { "coop_id", "id" },
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_rotation_places_coop_id_member_id",
                        columns: x => new { x.coop_id, x.member_id },
                        principalTable: "members",
                        principalColumns: new[] { "coop_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "duty_swaps",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    coop_id = table.Column<Guid>(type: "uuid", nullable: false),
                    occurrence_id = table.Column<Guid>(type: "uuid", nullable: false),
                    offered_by_id = table.Column<Guid>(type: "uuid", nullable: false),
                    to_member_id = table.Column<Guid>(type: "uuid", nullable: true),
                    in_return_id = table.Column<Guid>(type: "uuid", nullable: true),
                    note = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    due_on = table.Column<DateOnly>(type: "date", nullable: false),
                    state = table.Column<string>(type: "text", nullable: false),
                    offered_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    answered_by_id = table.Column<Guid>(type: "uuid", nullable: true),
                    answered_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_duty_swaps", x => new { x.coop_id, x.id });
                    table.ForeignKey(
                        name: "fk_duty_swaps_coop_id",
                        column: x => x.coop_id,
                        principalTable: "coops",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_duty_swaps_coop_id_answered_by_id",
                        columns: x => new { x.coop_id, x.answered_by_id },
                        principalTable: "members",
                        principalColumns: new[] { "coop_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_duty_swaps_coop_id_in_return_id",
                        columns: x => new { x.coop_id, x.in_return_id },
                        principalTable: "duty_occurrences",
                        principalColumns: new[] { "coop_id", "id" },
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_duty_swaps_coop_id_occurrence_id",
                        columns: x => new { x.coop_id, x.occurrence_id },
                        principalTable: "duty_occurrences",
                        principalColumns: new[] { "coop_id", "id" },
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_duty_swaps_coop_id_offered_by_id",
                        columns: x => new { x.coop_id, x.offered_by_id },
                        principalTable: "members",
                        principalColumns: new[] { "coop_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_duty_swaps_coop_id_to_member_id",
                        columns: x => new { x.coop_id, x.to_member_id },
                        principalTable: "members",
                        principalColumns: new[] { "coop_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "ix_duties_coop_id_created_by_id",
                table: "duties",
                columns: new[] { "coop_id", "created_by_id" });

            migrationBuilder.CreateIndex(
                name: "ix_duties_coop_id_title",
                table: "duties",
                columns: new[] { "coop_id", "title" });

            migrationBuilder.CreateIndex(
                name: "ix_duty_occurrences_coop_id_due_on_id",
                table: "duty_occurrences",
                columns: new[] { "coop_id", "due_on", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_duty_occurrences_coop_id_duty_id_due_on",
                table: "duty_occurrences",
                columns: new[] { "coop_id", "duty_id", "due_on" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_duty_occurrences_coop_id_planned_member_id",
                table: "duty_occurrences",
                columns: new[] { "coop_id", "planned_member_id" });

            migrationBuilder.CreateIndex(
                name: "ix_duty_occurrences_coop_id_task_id",
                table: "duty_occurrences",
                columns: new[] { "coop_id", "task_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_duty_swaps_coop_id_answered_by_id",
                table: "duty_swaps",
                columns: new[] { "coop_id", "answered_by_id" });

            migrationBuilder.CreateIndex(
                name: "ix_duty_swaps_coop_id_in_return_id",
                table: "duty_swaps",
                columns: new[] { "coop_id", "in_return_id" });

            migrationBuilder.CreateIndex(
                name: "ix_duty_swaps_coop_id_occurrence_id",
                table: "duty_swaps",
                columns: new[] { "coop_id", "occurrence_id" },
                unique: true,
                filter: "state = 'OFFERED'");

            migrationBuilder.CreateIndex(
                name: "ix_duty_swaps_coop_id_offered_by_id",
                table: "duty_swaps",
                columns: new[] { "coop_id", "offered_by_id" });

            migrationBuilder.CreateIndex(
                name: "ix_duty_swaps_coop_id_state_due_on_id",
                table: "duty_swaps",
                columns: new[] { "coop_id", "state", "due_on", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_duty_swaps_coop_id_to_member_id",
                table: "duty_swaps",
                columns: new[] { "coop_id", "to_member_id" });

            migrationBuilder.CreateIndex(
                name: "ix_rotation_places_coop_id_duty_id_member_id",
                table: "rotation_places",
                columns: new[] { "coop_id", "duty_id", "member_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_rotation_places_coop_id_member_id",
                table: "rotation_places",
                columns: new[] { "coop_id", "member_id" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "duty_swaps");

            migrationBuilder.DropTable(
                name: "rotation_places");

            migrationBuilder.DropTable(
                name: "duty_occurrences");

            migrationBuilder.DropTable(
                name: "duties");

            migrationBuilder.DropColumn(
                name: "completions",
                table: "tasks");

            migrationBuilder.DropColumn(
                name: "holders_version",
                table: "tasks");
        }
    }
}
