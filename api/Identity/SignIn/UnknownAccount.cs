using Microsoft.AspNetCore.Identity;

namespace Cooperator.Api.Identity;

/// <summary>
/// Treats an address nobody has as one that somebody has: it takes the time of a real one, and is locked as a real one is.
/// Neither tells who has an account.
/// </summary>
internal sealed class UnknownAccount(IPasswordHasher<Account> hasher, ILookupNormalizer addresses, TimeProvider clock)
{
    /// <summary>Whoever tries out more addresses than this is slowed down by the limits on requests.</summary>
    private const int MostRemembered = 10_000;

    private readonly Account _nobody = new("nobody@example.org", "", Features.Members.Language.En, default);
    private readonly Lazy<string> _hash = new(() => hasher.HashPassword(null!, Secret.Create().Text));
    private readonly Dictionary<string, (int Wrong, DateTimeOffset? LockedUntil)> _guesses = [];

    public PasswordOutcome Guess(string email, string password)
    {
        Verify(password);
        var key = Convert.ToHexString(Secret.HashOf(addresses.NormalizeEmail(email)!));
        var now = clock.GetUtcNow();
        lock (_guesses)
        {
            var (wrong, lockedUntil) = _guesses.GetValueOrDefault(key);
            if (lockedUntil > now)
            {
                return new PasswordOutcome.LockedOut(lockedUntil.Value);
            }

            Remember(key, wrong + 1, now);
            return new PasswordOutcome.Wrong();
        }
    }

    public void Verify(string password) => hasher.VerifyHashedPassword(_nobody, _hash.Value, password);

    private void Remember(string key, int wrong, DateTimeOffset now)
    {
        if (_guesses.Count == MostRemembered)
        {
            _guesses.Clear();
        }

        _guesses[key] = (wrong, Attempts.LockedUntil(wrong, now));
    }
}
