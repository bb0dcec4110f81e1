namespace Cooperator.Api.Database;

/// <summary>The co-op this scope works in. Nothing of another co-op can be read or written in the scope.</summary>
public sealed class CurrentCoop
{
    public Guid? Id { get; private set; }

    public string? Slug { get; private set; }

    public TimeZoneInfo TimeZone { get; private set; } = TimeZoneInfo.Utc;

    public Guid RequiredId => Id ?? throw new InvalidOperationException("No co-op has been entered in this scope.");

    public void Enter(Guid id, string slug, string timeZone)
    {
        Id = id;
        Slug = slug;
        TimeZone = TimeZoneInfo.FindSystemTimeZoneById(timeZone);
    }

    public void Leave()
    {
        Id = null;
        Slug = null;
        TimeZone = TimeZoneInfo.Utc;
    }
}

/// <summary>Who does the work of this scope; written beside each event.</summary>
public sealed class CurrentActor
{
    public Guid? AccountId { get; set; }

    public Guid? MemberId { get; set; }
}
