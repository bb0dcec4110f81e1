using Microsoft.AspNetCore.Identity;

namespace Cooperator.Api.Identity;

/// <summary>Collects all faults of an input, so that a form can show them at once.</summary>
internal sealed class InputFaults
{
    private readonly List<InputFault> _faults = [];

    public bool Any => _faults.Count > 0;

    public void Add(string path, string code, string message) => _faults.Add(new InputFault(path, code, message));

    /// <summary>The trimmed text; a fault when it is missing or too long.</summary>
    public string Text(string path, string? value, int longest)
    {
        var text = value?.Trim() ?? "";
        if (text.Length == 0)
        {
            Add(path, "REQUIRED", "This is needed.");
        }
        else if (text.Length > longest)
        {
            Add(path, "TOO_LONG", $"Use at most {longest} characters.");
        }
        else if (text.Any(char.IsControl))
        {
            Add(path, "NOT_VALID", "This holds characters that can not be shown.");
        }

        return text;
    }

    public void Password(string path, string? password, string? name, string? email)
    {
        if (PasswordRules.Refusal(password, name, email) is { } refusal)
        {
            Add(path, refusal.Code, refusal.Description);
        }
    }

    public void AddRange(string path, IdentityResult result)
    {
        foreach (var error in result.Errors)
        {
            Add(path, error.Code, error.Description);
        }
    }

    public IResult ToProblem() => Problems.InvalidInput(_faults);
}
