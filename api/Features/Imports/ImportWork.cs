using Cooperator.Api.Database;
using Cooperator.Api.Features.Coops;
using Cooperator.Api.Features.Occupancies;
using Microsoft.EntityFrameworkCore;

namespace Cooperator.Api.Features.Imports;

/// <summary>Takes a list in, and over.</summary>
public sealed class ImportWork(CooperatorDbContext db, ImportReader reader, CoopCalendar calendar)
{
    private static readonly Func<int, ValueTask> Silently = _ => ValueTask.CompletedTask;

    /// <summary>The dry run: keeps the list and what reading it showed; changes nothing else.</summary>
    public async Task<Import> UploadAsync(ImportKind kind, string fileName, byte[] content, CancellationToken ct)
    {
        var import = new Import(kind, fileName, content, db.Actor.MemberId, calendar.Now);
        import.Read(await ReadAsync(import, content, Silently, ct));
        db.ChangeTracker.Clear();
        db.Imports.Add(import);
        return import;
    }

    /// <summary>Takes the whole list over, or refuses; a row that can not be taken any more stops all of them.</summary>
    public async Task<Import> ApplyAsync(Guid importId, Func<int, ValueTask> onProgress, CancellationToken ct)
    {
        await OneAtATimeAsync(ct);
        var import =
            await db.Imports.AsTracking().SingleOrDefaultAsync(i => i.Id == importId, ct)
            ?? throw new ImportNotFoundException();
        var report = await ReadAsync(import, import.Open(), onProgress, ct);
        if (report.Faults.Count > 0)
        {
            throw new ImportOutdatedException();
        }

        import.Applied(report, calendar.Now);
        await db.SaveInBulkAsync(ct);
        return import;
    }

    // No constraint tells that two lists add the same person. Who waits here for another import is run again and sees what
    // that one brought.
    private Task OneAtATimeAsync(CancellationToken ct) =>
        db
            .Coops.Where(c => c.Id == db.Coop.RequiredId)
            .ExecuteUpdateAsync(
                set => set.SetProperty(c => c.AdministrationVersion, c => c.AdministrationVersion + 1),
                ct
            );

    private Task<ImportReport> ReadAsync(
        Import import,
        byte[] content,
        Func<int, ValueTask> onProgress,
        CancellationToken ct
    )
    {
        var recording = new Recording(calendar.Now, db.Actor.MemberId);
        return reader.ReadAsync(import.Kind, content, calendar.Today, recording, onProgress, ct);
    }
}
