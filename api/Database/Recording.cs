namespace Cooperator.Api.Database;

/// <summary>When something became known to the co-op, and through whom.</summary>
public sealed record Recording(DateTimeOffset At, Guid? MemberId);
