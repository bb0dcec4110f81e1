using Microsoft.AspNetCore.Identity;

namespace Cooperator.Api.Identity;

/// <summary>Long enough, not one of those everybody tries first, and not the person's own name or address.</summary>
public sealed class PasswordRules : IPasswordValidator<Account>
{
    public const int ShortestPassword = 10;

    /// <summary>Hashing a longer one costs the server more than it protects anybody.</summary>
    public const int LongestPassword = 256;

    private const int ShortestTellingPart = 4;

    public Task<IdentityResult> ValidateAsync(UserManager<Account> manager, Account user, string? password) =>
        Task.FromResult(
            Refusal(password, user.Name, user.Email) is { } refusal
                ? IdentityResult.Failed(refusal)
                : IdentityResult.Success
        );

    public static IdentityError? Refusal(string? password, string? name, string? email)
    {
        if (password is null || password.Length < ShortestPassword)
        {
            return Error("PASSWORD_TOO_SHORT", $"Use at least {ShortestPassword} characters.");
        }

        if (password.Length > LongestPassword)
        {
            return Error("PASSWORD_TOO_LONG", $"Use at most {LongestPassword} characters.");
        }

        if (CommonPasswords.Contains(password))
        {
            return Error("PASSWORD_TOO_COMMON", "Many people use this password, so it is among the first to be tried.");
        }

        return OwnWords(name, email).Any(word => IsMostly(password, word))
            ? Error("PASSWORD_NAMES_YOU", "Do not use your own name or e-mail address.")
            : null;
    }

    private static IEnumerable<string> OwnWords(string? name, string? email)
    {
        var local = email?.Split('@')[0];
        string?[] whole = [name, email, local, name?.Replace(" ", "", StringComparison.Ordinal)];
        var parts = $"{name} {local}".Split([' ', '.', '-', '_', '+'], StringSplitOptions.RemoveEmptyEntries);
        return whole.Concat(parts).OfType<string>().Where(word => word.Length >= ShortestTellingPart);
    }

    // "verena-brandt-1987" is guessed from the name; a long sentence that happens to hold the name is not.
    private static bool IsMostly(string password, string word) =>
        password.Contains(word, StringComparison.OrdinalIgnoreCase) && password.Length - word.Length < ShortestPassword;

    private static IdentityError Error(string code, string message) => new() { Code = code, Description = message };
}
