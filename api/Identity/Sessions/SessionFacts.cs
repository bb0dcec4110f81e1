using Cooperator.Api.Features.Members;

namespace Cooperator.Api.Identity;

/// <summary>A live session and the account it belongs to, as one query reads them.</summary>
public sealed record SessionFacts(
    Guid Id,
    SessionKind Kind,
    bool Remember,
    byte[]? KeyHash,
    DateTimeOffset LastSeenAt,
    DateTimeOffset ExpiresAt,
    AccountFacts Account
);

/// <summary>What each request needs to know of who sent it.</summary>
public sealed record AccountFacts(Guid Id, string Email, string Name, Language Language, bool IsSuperuser);
