using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Cooperator.Api.Database.Migrations
{
    /// <inheritdoc />
    public partial class KeepLetUnits : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "settings",
                table: "coops");

            migrationBuilder.AddColumn<int>(
                name: "letting_version",
                table: "units",
                type: "integer",
                nullable: false,
                defaultValue: 0);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "letting_version",
                table: "units");

            migrationBuilder.AddColumn<string>(
                name: "settings",
                table: "coops",
                type: "jsonb",
                nullable: false,
                defaultValue: "{}");
        }
    }
}
