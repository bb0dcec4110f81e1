using Cooperator.Api.Platform.Refusals;
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
            Fault(password, user.Name, user.Email) is { } fault
                ? IdentityResult.Failed(new IdentityError { Code = fault.Code, Description = fault.Sentence })
                : IdentityResult.Success
        );

    public static InputFault? Fault(string? password, string? name, string? email)
    {
        if (password is null || password.Length < ShortestPassword)
        {
            return new InputFault(InputFaultCode.PasswordTooShort, Min: ShortestPassword);
        }

        if (password.Length > LongestPassword)
        {
            return new InputFault(InputFaultCode.PasswordTooLong, Max: LongestPassword);
        }

        if (CommonPasswords.Contains(password))
        {
            return new InputFault(InputFaultCode.PasswordTooCommon);
        }

        return OwnWords(name, email).Any(word => IsMostly(password, word))
            ? new InputFault(InputFaultCode.PasswordNamesYou)
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

    /// <summary>The password, if nobody would guess it soon.</summary>
    /// <exception cref="InvalidInputException">Somebody would.</exception>
    public static string Checked(string? password, string path, string? name, string? email) =>
        Fault(password, name, email) is { } fault ? throw new InvalidInputException(fault, path) : password!;
}
