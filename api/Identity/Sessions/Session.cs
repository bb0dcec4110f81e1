using Cooperator.Api.Database;

namespace Cooperator.Api.Identity;

public enum SessionKind
{
    /// <summary>A browser with a cookie.</summary>
    Browser,

    /// <summary>A program with access and refresh tokens: the family of the refresh tokens.</summary>
    Program,
}

/// <summary>A place where somebody is signed in. Deleting the row signs it out.</summary>
public sealed class Session : Entity
{
    private Session() { }

    public Session(Account account, SessionKind kind, bool remember, DateTimeOffset now, DateTimeOffset expiresAt)
    {
        AccountId = account.Id;
        Kind = kind;
        Remember = remember;
        CreatedAt = now;
        LastSeenAt = now;
        ExpiresAt = expiresAt;
    }

    public Guid AccountId { get; private set; }

    public SessionKind Kind { get; private set; }

    /// <summary>Whether the cookie outlives the browser window.</summary>
    public bool Remember { get; private set; }

    /// <summary>SHA-256 of the cookie's key; null for a program.</summary>
    public byte[]? KeyHash { get; private set; }

    public DateTimeOffset CreatedAt { get; private set; }

    public DateTimeOffset LastSeenAt { get; private set; }

    public DateTimeOffset ExpiresAt { get; private set; }

    public string? UserAgent { get; private set; }

    public string? IpAddress { get; private set; }

    /// <summary>The key the browser keeps; only its hash stays here.</summary>
    public Secret IssueKey()
    {
        var key = Secret.Create();
        KeyHash = key.Hash;
        return key;
    }

    public void OpenedFrom(ClientAddress client)
    {
        UserAgent = client.UserAgent;
        IpAddress = client.IpAddress;
    }

    public void SeenAt(DateTimeOffset now, DateTimeOffset expiresAt)
    {
        LastSeenAt = now;
        ExpiresAt = expiresAt;
    }
}
