using Cooperator.Api.Database;

namespace Cooperator.Api.Features.Imports;

/// <summary>A list somebody uploaded: what was read of it, and whether it was taken over.</summary>
public sealed class Import : TenantEntity
{
    private Import() { }

    internal Import(ImportKind kind, string fileName, byte[] content, Guid? createdById, DateTimeOffset createdAt)
    {
        (Kind, FileName, Content) = (kind, fileName, content);
        (CreatedById, CreatedAt) = (createdById, createdAt);
    }

    public ImportKind Kind { get; private set; }

    public ImportState State { get; private set; }

    public string FileName { get; private set; } = "";

    /// <summary>The file as it came; dropped once it was applied.</summary>
    internal byte[]? Content { get; private set; }

    /// <summary>What the dry run found.</summary>
    internal ImportReport Report { get; private set; } = ImportReport.Nothing;

    public Guid? CreatedById { get; private set; }

    public DateTimeOffset CreatedAt { get; private set; }

    public DateTimeOffset? AppliedAt { get; private set; }

    internal void Read(ImportReport report)
    {
        Report = report;
        State = report.Faults.Count == 0 ? ImportState.Ready : ImportState.Invalid;
    }

    /// <summary>The bytes to apply; each list is applied once.</summary>
    internal byte[] Open() =>
        State switch
        {
            ImportState.Applied => throw new ImportAlreadyAppliedException(),
            ImportState.Invalid => throw new ImportHasFaultsException(Report),
            ImportState.Ready => Content!,
        };

    internal void Applied(ImportReport report, DateTimeOffset at)
    {
        Report = report;
        (State, AppliedAt, Content) = (ImportState.Applied, at, null);
        Raise(
            "import.applied",
            new
            {
                Kind,
                created = report.NewCount,
                changed = report.ChangedCount,
            }
        );
    }
}

public enum ImportKind
{
    Members,
    Units,
}

public enum ImportState
{
    /// <summary>Read without a fault; can be applied.</summary>
    Ready,

    /// <summary>Has faults; nothing of it can be applied.</summary>
    Invalid,

    Applied,
}
