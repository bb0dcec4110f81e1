using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Cooperator.Api.Database.Migrations
{
    /// <inheritdoc />
    public partial class AddHours : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "hours_lines",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    coop_id = table.Column<Guid>(type: "uuid", nullable: false),
                    member_id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "text", nullable: false),
                    hours = table.Column<decimal>(type: "numeric(7,2)", precision: 7, scale: 2, nullable: false),
                    worked_on = table.Column<DateOnly>(type: "date", nullable: false),
                    reason = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    task_id = table.Column<Guid>(type: "uuid", nullable: true),
                    task_completion = table.Column<int>(type: "integer", nullable: true),
                    reversed_line_id = table.Column<Guid>(type: "uuid", nullable: true),
                    recorded_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    recorded_by_id = table.Column<Guid>(type: "uuid", nullable: true),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_hours_lines", x => new { x.coop_id, x.id });
                    table.CheckConstraint("ck_hours_lines_hours", "hours <> 0");
                    table.ForeignKey(
                        name: "fk_hours_lines_coop_id",
                        column: x => x.coop_id,
                        principalTable: "coops",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_hours_lines_coop_id_member_id",
                        columns: x => new { x.coop_id, x.member_id },
                        principalTable: "members",
                        principalColumns: new[] { "coop_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_hours_lines_coop_id_recorded_by_id",
                        columns: x => new { x.coop_id, x.recorded_by_id },
                        principalTable: "members",
                        principalColumns: new[] { "coop_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_hours_lines_coop_id_reversed_line_id",
                        columns: x => new { x.coop_id, x.reversed_line_id },
                        principalTable: "hours_lines",
                        principalColumns: new[] { "coop_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "hours_periods",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    coop_id = table.Column<Guid>(type: "uuid", nullable: false),
                    name = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    valid_from = table.Column<DateOnly>(type: "date", nullable: false),
                    valid_until = table.Column<DateOnly>(type: "date", nullable: false),
                    quota_hours = table.Column<decimal>(type: "numeric(7,2)", precision: 7, scale: 2, nullable: false),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_hours_periods", x => new { x.coop_id, x.id });
                    table.CheckConstraint("ck_hours_periods_days", "valid_until >= valid_from");
                    table.ForeignKey(
                        name: "fk_hours_periods_coop_id",
                        column: x => x.coop_id,
                        principalTable: "coops",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "work_exemptions",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    coop_id = table.Column<Guid>(type: "uuid", nullable: false),
                    member_id = table.Column<Guid>(type: "uuid", nullable: false),
                    valid_from = table.Column<DateOnly>(type: "date", nullable: false),
                    valid_until = table.Column<DateOnly>(type: "date", nullable: true),
                    owed_percent = table.Column<int>(type: "integer", nullable: false),
                    reason = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_work_exemptions", x => new { x.coop_id, x.id });
                    table.CheckConstraint("ck_work_exemptions_days", "valid_until >= valid_from");
                    table.CheckConstraint("ck_work_exemptions_owed", "owed_percent BETWEEN 0 AND 99");
                    table.ForeignKey(
                        name: "fk_work_exemptions_coop_id",
                        column: x => x.coop_id,
                        principalTable: "coops",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_work_exemptions_coop_id_member_id",
                        columns: x => new { x.coop_id, x.member_id },
                        principalTable: "members",
                        principalColumns: new[] { "coop_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "ix_hours_lines_coop_id_member_id_worked_on_id",
                table: "hours_lines",
                columns: new[] { "coop_id", "member_id", "worked_on", "id" })
                .Annotation("Npgsql:IndexInclude", new[] { "hours" });

            migrationBuilder.CreateIndex(
                name: "ix_hours_lines_coop_id_recorded_by_id",
                table: "hours_lines",
                columns: new[] { "coop_id", "recorded_by_id" });

            migrationBuilder.CreateIndex(
                name: "ix_hours_lines_coop_id_reversed_line_id",
                table: "hours_lines",
                columns: new[] { "coop_id", "reversed_line_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_hours_lines_coop_id_task_id_task_completion_member_id",
                table: "hours_lines",
                columns: new[] { "coop_id", "task_id", "task_completion", "member_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_hours_periods_coop_id_valid_from",
                table: "hours_periods",
                columns: new[] { "coop_id", "valid_from" });

            migrationBuilder.CreateIndex(
                name: "ix_work_exemptions_coop_id_member_id_valid_from",
                table: "work_exemptions",
                columns: new[] { "coop_id", "member_id", "valid_from" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "hours_lines");

            migrationBuilder.DropTable(
                name: "hours_periods");

            migrationBuilder.DropTable(
                name: "work_exemptions");
        }
    }
}
