using System.Text;

namespace Cooperator.Api.Platform.Refusals;

/// <summary>A value that can not be meant: no rule of a co-op is needed to refuse it.</summary>
/// <remarks>Several at once come as one <see cref="AggregateException"/>.</remarks>
public sealed class InvalidInputException(string message, params IReadOnlyList<string> path) : RefusalException(message)
{
    /// <summary>Where the value stands in the input.</summary>
    public IReadOnlyList<string> Path { get; } = path;

    /// <summary>The text without space around it, in Unicode's composed form.</summary>
    public static string Text(string? value, string path, int longest)
    {
        var text = (value ?? "").Trim().Normalize(NormalizationForm.FormC);
        if (text.Length == 0)
        {
            throw new InvalidInputException("This can not be empty.", path);
        }

        return OptionalText(text, path, longest)!;
    }

    /// <summary>Like <see cref="Text"/>, and null for nothing.</summary>
    public static string? OptionalText(string? value, string path, int longest)
    {
        var text = (value ?? "").Trim().Normalize(NormalizationForm.FormC);
        if (text.Length > longest)
        {
            throw new InvalidInputException($"This can not be longer than {longest} characters.", path);
        }

        if (text.Any(char.IsControl))
        {
            throw new InvalidInputException("This can not hold control characters.", path);
        }

        return text.Length == 0 ? null : text;
    }
}
