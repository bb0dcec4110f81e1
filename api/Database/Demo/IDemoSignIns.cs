using Cooperator.Api.Features.Members;
using Cooperator.Api.Platform.Startup;

namespace Cooperator.Api.Database.Demo;

/// <summary>Gives people of the demo accounts to sign in with; what accounts are is not the demo's business.</summary>
public interface IDemoSignIns
{
    /// <summary>Whether sign-ins may be made here at all.</summary>
    bool Allowed { get; }

    /// <summary>Connects the member to the account of that address, made when there is none; the caller saves.</summary>
    Task<DemoAccount> CreateAsync(
        Member member,
        string coop,
        string email,
        IReadOnlyList<Role> roles,
        CancellationToken ct
    );

    /// <summary>Shows the sign-ins, once they are saved and before that is committed.</summary>
    void Publish(IReadOnlyList<DemoAccount> accounts);
}
