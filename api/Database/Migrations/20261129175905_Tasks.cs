using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Cooperator.Api.Database.Migrations
{
    /// <inheritdoc />
    public partial class Tasks : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "assignment_exemptions",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    coop_id = table.Column<Guid>(type: "uuid", nullable: false),
                    member_id = table.Column<Guid>(type: "uuid", nullable: false),
                    exempt_until = table.Column<DateOnly>(type: "date", nullable: false),
                    reason = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_assignment_exemptions", x => new { x.coop_id, x.id });
                    table.ForeignKey(
                        name: "fk_assignment_exemptions_coop_id",
                        column: x => x.coop_id,
                        principalTable: "coops",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_assignment_exemptions_coop_id_member_id",
                        columns: x => new { x.coop_id, x.member_id },
                        principalTable: "members",
                        principalColumns: new[] { "coop_id", "id" },
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "board_columns",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    coop_id = table.Column<Guid>(type: "uuid", nullable: false),
                    board_column = table.Column<string>(type: "text", nullable: false),
                    name = table.Column<string>(type: "character varying(50)", maxLength: 50, nullable: true),
                    wip_limit = table.Column<int>(type: "integer", nullable: true),
                    places_taken = table.Column<int>(type: "integer", nullable: false),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_board_columns", x => new { x.coop_id, x.id });
                    table.CheckConstraint("ck_board_columns_limit", "wip_limit IS NULL OR (wip_limit > 0 AND board_column <> 'DONE')");
                    table.ForeignKey(
                        name: "fk_board_columns_coop_id",
                        column: x => x.coop_id,
                        principalTable: "coops",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "board_settings",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    coop_id = table.Column<Guid>(type: "uuid", nullable: false),
                    assignment_limit = table.Column<int>(type: "integer", nullable: true),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_board_settings", x => new { x.coop_id, x.id });
                    table.ForeignKey(
                        name: "fk_board_settings_coop_id",
                        column: x => x.coop_id,
                        principalTable: "coops",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "member_workloads",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    coop_id = table.Column<Guid>(type: "uuid", nullable: false),
                    member_id = table.Column<Guid>(type: "uuid", nullable: false),
                    tasks_taken = table.Column<int>(type: "integer", nullable: false),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_member_workloads", x => new { x.coop_id, x.id });
                    table.ForeignKey(
                        name: "fk_member_workloads_coop_id",
                        column: x => x.coop_id,
                        principalTable: "coops",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_member_workloads_coop_id_member_id",
                        columns: x => new { x.coop_id, x.member_id },
                        principalTable: "members",
                        principalColumns: new[] { "coop_id", "id" },
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "task_labels",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    coop_id = table.Column<Guid>(type: "uuid", nullable: false),
                    name = table.Column<string>(type: "character varying(50)", maxLength: 50, nullable: false, collation: "natural"),
                    colour = table.Column<string>(type: "text", nullable: false),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_task_labels", x => new { x.coop_id, x.id });
                    table.ForeignKey(
                        name: "fk_task_labels_coop_id",
                        column: x => x.coop_id,
                        principalTable: "coops",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "tasks",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    coop_id = table.Column<Guid>(type: "uuid", nullable: false),
                    title = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false, collation: "natural"),
                    description = table.Column<string>(type: "character varying(20000)", maxLength: 20000, nullable: true),
                    board_column = table.Column<string>(type: "text", nullable: false),
                    rank = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false, collation: "C"),
                    due_on = table.Column<DateOnly>(type: "date", nullable: true),
                    estimate_hours = table.Column<decimal>(type: "numeric(6,2)", precision: 6, scale: 2, nullable: true),
                    created_by_id = table.Column<Guid>(type: "uuid", nullable: false),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    completed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    completed_by_id = table.Column<Guid>(type: "uuid", nullable: true),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_tasks", x => new { x.coop_id, x.id });
                    table.CheckConstraint("ck_tasks_done", "(board_column = 'DONE') = (completed_at IS NOT NULL)");
                    table.CheckConstraint("ck_tasks_estimate", "estimate_hours > 0 AND estimate_hours <= 1000");
                    table.ForeignKey(
                        name: "fk_tasks_coop_id",
                        column: x => x.coop_id,
                        principalTable: "coops",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_tasks_coop_id_completed_by_id",
                        columns: x => new { x.coop_id, x.completed_by_id },
                        principalTable: "members",
                        principalColumns: new[] { "coop_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_tasks_coop_id_created_by_id",
                        columns: x => new { x.coop_id, x.created_by_id },
                        principalTable: "members",
                        principalColumns: new[] { "coop_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "checklist_items",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    coop_id = table.Column<Guid>(type: "uuid", nullable: false),
                    task_id = table.Column<Guid>(type: "uuid", nullable: false),
                    text = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    done = table.Column<bool>(type: "boolean", nullable: false),
                    position = table.Column<int>(type: "integer", nullable: false),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_checklist_items", x => new { x.coop_id, x.id });
                    table.ForeignKey(
                        name: "fk_checklist_items_coop_id",
                        column: x => x.coop_id,
                        principalTable: "coops",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_checklist_items_coop_id_task_id",
                        columns: x => new { x.coop_id, x.task_id },
                        principalTable: "tasks",
                        principalColumns: new[] { "coop_id", "id" },
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "task_assignments",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    coop_id = table.Column<Guid>(type: "uuid", nullable: false),
                    task_id = table.Column<Guid>(type: "uuid", nullable: false),
                    member_id = table.Column<Guid>(type: "uuid", nullable: false),
                    assigned_by_id = table.Column<Guid>(type: "uuid", nullable: false),
                    assigned_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_task_assignments", x => new { x.coop_id, x.id });
                    table.ForeignKey(
                        name: "fk_task_assignments_coop_id",
                        column: x => x.coop_id,
                        principalTable: "coops",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_task_assignments_coop_id_member_id",
                        columns: x => new { x.coop_id, x.member_id },
                        principalTable: "members",
                        principalColumns: new[] { "coop_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_task_assignments_coop_id_task_id",
                        columns: x => new { x.coop_id, x.task_id },
                        principalTable: "tasks",
                        principalColumns: new[] { "coop_id", "id" },
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "task_labelings",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    coop_id = table.Column<Guid>(type: "uuid", nullable: false),
                    task_id = table.Column<Guid>(type: "uuid", nullable: false),
                    label_id = table.Column<Guid>(type: "uuid", nullable: false),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_task_labelings", x => new { x.coop_id, x.id });
                    table.ForeignKey(
                        name: "fk_task_labelings_coop_id",
                        column: x => x.coop_id,
                        principalTable: "coops",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_task_labelings_coop_id_label_id",
                        columns: x => new { x.coop_id, x.label_id },
                        principalTable: "task_labels",
                        principalColumns: new[] { "coop_id", "id" },
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_task_labelings_coop_id_task_id",
                        columns: x => new { x.coop_id, x.task_id },
                        principalTable: "tasks",
                        principalColumns: new[] { "coop_id", "id" },
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "ix_assignment_exemptions_coop_id_member_id",
                table: "assignment_exemptions",
                columns: new[] { "coop_id", "member_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_board_columns_coop_id_board_column",
                table: "board_columns",
                columns: new[] { "coop_id", "board_column" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_board_settings_coop_id",
                table: "board_settings",
                column: "coop_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_checklist_items_coop_id_task_id_position",
                table: "checklist_items",
                columns: new[] { "coop_id", "task_id", "position" });

            migrationBuilder.CreateIndex(
                name: "ix_member_workloads_coop_id_member_id",
                table: "member_workloads",
                columns: new[] { "coop_id", "member_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_task_assignments_coop_id_member_id_task_id",
                table: "task_assignments",
                columns: new[] { "coop_id", "member_id", "task_id" });

            migrationBuilder.CreateIndex(
                name: "ix_task_assignments_coop_id_task_id_member_id",
                table: "task_assignments",
                columns: new[] { "coop_id", "task_id", "member_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_task_labelings_coop_id_label_id_task_id",
                table: "task_labelings",
                columns: new[] { "coop_id", "label_id", "task_id" });

            migrationBuilder.CreateIndex(
                name: "ix_task_labelings_coop_id_task_id_label_id",
                table: "task_labelings",
                columns: new[] { "coop_id", "task_id", "label_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_task_labels_coop_id_name",
                table: "task_labels",
                columns: new[] { "coop_id", "name" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_tasks_coop_id_board_column_rank",
                table: "tasks",
                columns: new[] { "coop_id", "board_column", "rank" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_tasks_coop_id_completed_at_id",
                table: "tasks",
                columns: new[] { "coop_id", "completed_at", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_tasks_coop_id_completed_by_id",
                table: "tasks",
                columns: new[] { "coop_id", "completed_by_id" });

            migrationBuilder.CreateIndex(
                name: "ix_tasks_coop_id_created_at_id",
                table: "tasks",
                columns: new[] { "coop_id", "created_at", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_tasks_coop_id_created_by_id",
                table: "tasks",
                columns: new[] { "coop_id", "created_by_id" });

            migrationBuilder.CreateIndex(
                name: "ix_tasks_coop_id_due_on_id",
                table: "tasks",
                columns: new[] { "coop_id", "due_on", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_tasks_coop_id_title_id",
                table: "tasks",
                columns: new[] { "coop_id", "title", "id" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "assignment_exemptions");

            migrationBuilder.DropTable(
                name: "board_columns");

            migrationBuilder.DropTable(
                name: "board_settings");

            migrationBuilder.DropTable(
                name: "checklist_items");

            migrationBuilder.DropTable(
                name: "member_workloads");

            migrationBuilder.DropTable(
                name: "task_assignments");

            migrationBuilder.DropTable(
                name: "task_labelings");

            migrationBuilder.DropTable(
                name: "task_labels");

            migrationBuilder.DropTable(
                name: "tasks");
        }
    }
}
