using Cooperator.Api.Database;

namespace Cooperator.Api.Identity;

/// <summary>A key that signs access tokens; encrypted by the data protection keys, the same on all nodes.</summary>
public sealed class SigningKey : Entity
{
    private SigningKey() { }

    public SigningKey(string protectedKey, DateTimeOffset createdAt, DateTimeOffset retiresAt)
    {
        ProtectedKey = protectedKey;
        CreatedAt = createdAt;
        RetiresAt = retiresAt;
    }

    public string ProtectedKey { get; private set; } = "";

    public DateTimeOffset CreatedAt { get; private set; }

    /// <summary>From then on it only verifies.</summary>
    public DateTimeOffset RetiresAt { get; private set; }
}
