using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Cooperator.Api.Database.Migrations
{
    /// <inheritdoc />
    public partial class RememberTotpStep : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "last_totp_code",
                table: "accounts");

            migrationBuilder.AddColumn<long>(
                name: "last_totp_step",
                table: "accounts",
                type: "bigint",
                nullable: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "last_totp_step",
                table: "accounts");

            migrationBuilder.AddColumn<string>(
                name: "last_totp_code",
                table: "accounts",
                type: "character varying(8)",
                maxLength: 8,
                nullable: true);
        }
    }
}
