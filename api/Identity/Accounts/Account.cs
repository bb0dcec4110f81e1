using Cooperator.Api.Features.Members;
using Microsoft.AspNetCore.Identity;

namespace Cooperator.Api.Identity;

/// <summary>A person who signs in; a member of any number of co-ops. Belongs to no co-op itself.</summary>
public sealed class Account : IdentityUser<Guid>
{
    private Account() { }

    public Account(string email, string name, Language language, DateTimeOffset createdAt)
    {
        Id = Guid.CreateVersion7();
        Email = email;
        EmailConfirmed = true;
        SecurityStamp = Guid.NewGuid().ToString("N");
        Name = name;
        Language = language;
        CreatedAt = createdAt;
    }

    public string Name { get; private set; } = "";

    public Language Language { get; private set; }

    public DateTimeOffset CreatedAt { get; private set; }

    /// <summary>Creates co-ops and looks after the installation; sees nothing inside a co-op.</summary>
    public bool Superuser { get; private set; }

    /// <summary>The half minute of the authenticator code accepted last: neither it nor an older one is accepted again.</summary>
    public long? LastTotpStep { get; private set; }

    /// <summary>One signs in with the e-mail address; there is no other name.</summary>
    public override string? UserName
    {
        get => Email;
        set { }
    }

    public void Describe(string name, Language language)
    {
        Name = name;
        Language = language;
    }

    public void BecomeSuperuser() => Superuser = true;
}
