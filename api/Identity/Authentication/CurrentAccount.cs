using System.Diagnostics.CodeAnalysis;
using Cooperator.Api.Database;
using Cooperator.Api.Features.Members;

namespace Cooperator.Api.Identity;

/// <summary>The person of this request, operation or event; empty when nobody is signed in.</summary>
public sealed class CurrentAccount(CurrentActor actor)
{
    private Credential? _credential;

    [MemberNotNullWhen(true, nameof(_credential), nameof(Id), nameof(Email), nameof(Name), nameof(Kind))]
    public bool IsSignedIn => _credential is not null;

    public Guid? Id => _credential?.Account.Id;

    public Guid RequiredId => Id ?? throw new InvalidOperationException("Nobody is signed in.");

    public string? Email => _credential?.Account.Email;

    public string? Name => _credential?.Account.Name;

    public Language Language => _credential?.Account.Language ?? Language.En;

    public bool IsSuperuser => _credential is { Account.IsSuperuser: true, OnlyCoopId: null };

    public CredentialKind? Kind => _credential?.Kind;

    /// <summary>The browser's or program's session; null for a personal access token.</summary>
    public Guid? SessionId => _credential?.SessionId;

    public DateTimeOffset? ExpiresAt => _credential?.ExpiresAt;

    /// <summary><c>read</c>, and <c>write</c> unless a personal access token leaves it out.</summary>
    public IReadOnlyList<string> Scopes => _credential is null ? [] : TokenScopes.Of(_credential.MayWrite);

    public bool MayWrite => _credential is { MayWrite: true };

    /// <summary>The one co-op a personal access token is good for.</summary>
    public Guid? OnlyCoopId => _credential?.OnlyCoopId;

    internal AccountFacts? Facts => _credential?.Account;

    internal void SignIn(Credential credential)
    {
        _credential = credential;
        actor.AccountId = credential.Account.Id;
    }
}

internal static class TokenScopes
{
    public const string Read = "read";
    public const string Write = "write";

    public static IReadOnlyList<string> Of(bool mayWrite) => mayWrite ? [Read, Write] : [Read];
}
