using System.Security.Cryptography;
using Cooperator.Api.Database;
using Cooperator.Api.Database.Demo;
using Cooperator.Api.Features.Members;
using Cooperator.Api.Platform.Startup;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Cooperator.Api.Identity;

/// <summary>
/// Gives demo members accounts with passwords made for this installation, and publishes them where only this machine
/// can reach it. The demo's seed calls it; its rows are saved by the caller.
/// </summary>
public sealed class DemoSignIns(
    CooperatorDbContext db,
    DemoAccounts published,
    IPasswordHasher<Account> hasher,
    ILookupNormalizer normalizer,
    TimeProvider clock
) : IDemoSignIns
{
    private const string Letters = "abcdefghjkmnpqrstuvwxyz23456789";

    private readonly Dictionary<string, string> _passwords = [];

    /// <summary>Whether sign-ins may be made here at all.</summary>
    public bool Allowed => published.Allowed;

    /// <summary>Adds the account of a person, or finds the one added before, and connects the member to it.</summary>
    public async Task<DemoAccount> CreateAsync(
        Member member,
        string coop,
        string email,
        IReadOnlyList<Role> roles,
        CancellationToken ct
    )
    {
        var normalized = normalizer.NormalizeEmail(email)!;
        var account =
            db.Accounts.Local.FirstOrDefault(a => a.NormalizedEmail == normalized)
            ?? await db.Accounts.AsTracking().SingleOrDefaultAsync(a => a.NormalizedEmail == normalized, ct);
        if (account is null)
        {
            account = new Account(email, member.DisplayName, member.Language, clock.GetUtcNow())
            {
                NormalizedEmail = normalized,
            };
            db.Accounts.Add(account);
        }

        if (!_passwords.TryGetValue(normalized, out var password))
        {
            password = _passwords[normalized] = NewPassword();
        }

        account.PasswordHash ??= hasher.HashPassword(account, password);
        member.ConnectAccount(account.Id);
        return new DemoAccount(coop, email, password, [.. roles.Select(r => r.ToString().ToUpperInvariant())]);
    }

    /// <summary>After the rows have been saved.</summary>
    public void Publish(IReadOnlyList<DemoAccount> accounts) => published.Publish(accounts);

    private static string NewPassword() =>
        string.Join(
            '-',
            Enumerable.Range(0, 4).Select(_ => new string(RandomNumberGenerator.GetItems<char>(Letters, 4)))
        );
}
