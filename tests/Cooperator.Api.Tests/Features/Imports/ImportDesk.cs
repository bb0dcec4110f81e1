using System.Text;
using Cooperator.Api.Database;
using Cooperator.Api.Features.Coops;
using Cooperator.Api.Features.Imports;
using Cooperator.Api.Features.Members;
using Cooperator.Api.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Cooperator.Api.Tests.Features.Imports;

/// <summary>Where lists are handed in.</summary>
internal sealed class ImportDesk(TestHouse house)
{
    public async Task<Import> ImportAsync(Coop coop, ImportKind kind, string list) =>
        await ApplyAsync(coop, await UploadAsync(coop, kind, list));

    public Task<Import> UploadAsync(Coop coop, ImportKind kind, string list) =>
        house.WriteAsync(coop, db => Work(db).UploadAsync(kind, "list.csv", Encoding.UTF8.GetBytes(list), default));

    /// <summary>The codes of what is wrong with a list, with their lines.</summary>
    public async Task<IEnumerable<(int Line, string Code)>> FaultsAsync(Coop coop, ImportKind kind, string list) =>
        (await UploadAsync(coop, kind, list)).Report.Faults.Select(fault => (fault.Line, fault.Code));

    public Task<List<Member>> MembersAsync(Coop coop) =>
        house.ReadAsync(
            coop,
            db =>
                db.Members.AsSplitQuery()
                    .Include(m => m.Periods)
                    .Include(m => m.RoleAssignments)
                    .OrderBy(m => m.Email)
                    .ToListAsync()
        );

    private Task<Import> ApplyAsync(Coop coop, Import import) =>
        house.WriteAsync(coop, db => Work(db).ApplyAsync(import.Id, _ => ValueTask.CompletedTask, default));

    private ImportWork Work(CooperatorDbContext db) =>
        new(db, new ImportReader(db, new ImportSettings()), new CoopCalendar(db.Coop, house.Clock));
}
