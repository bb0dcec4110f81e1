using Cooperator.Api.Database;

namespace Cooperator.Api.Features.Notifications;

/// <summary>Something a member is told of. What leaves the house because of it are its deliveries.</summary>
public sealed class Notification : TenantEntity
{
    private Notification() { }

    public Notification(
        Guid memberId,
        NotificationKind kind,
        string cause,
        Guid subjectId,
        string path,
        IReadOnlyDictionary<string, string> words,
        DateTimeOffset now
    )
    {
        MemberId = memberId;
        Kind = kind;
        Cause = cause;
        SubjectId = subjectId;
        Path = path;
        Words = words;
        CreatedAt = now;
    }

    public Guid MemberId { get; private set; }

    public NotificationKind Kind { get; private set; }

    /// <summary>What it comes from, such as <c>event:4711</c>: nobody is told twice of one cause.</summary>
    public string Cause { get; private set; } = "";

    public Guid SubjectId { get; private set; }

    /// <summary>The page it is about, within the co-op's rooms.</summary>
    public string Path { get; private set; } = "";

    /// <summary>What its sentence speaks of, as it was called then.</summary>
    public IReadOnlyDictionary<string, string> Words { get; private set; } = new Dictionary<string, string>();

    public DateTimeOffset CreatedAt { get; private set; }

    /// <summary>Whether it lies in the member's inbox.</summary>
    public bool InInbox { get; private set; }

    public DateTimeOffset? ReadAt { get; private set; }

    public void PutIntoInbox() => InInbox = true;

    public void Read(DateTimeOffset now) => ReadAt ??= now;
}
