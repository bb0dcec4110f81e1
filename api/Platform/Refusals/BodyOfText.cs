using System.Text;

namespace Cooperator.Api.Platform.Refusals;

/// <summary>Several lines that people typed, such as a description in Markdown, as they are kept.</summary>
public static class BodyOfText
{
    /// <summary>The text without space around it, in Unicode's composed form, its lines ended alike; null for nothing.</summary>
    public static string? Optional(string? value, string path, int longest)
    {
        var text = (value ?? "").ReplaceLineEndings("\n").Trim();
        // Lines and tabs make Markdown what it is.
        if (LineOfText.HoldsUnprintable(text.Replace('\n', ' ').Replace('\t', ' ')))
        {
            throw new InvalidInputException(InputFaultCode.ControlCharacter, path);
        }

        text = text.Normalize(NormalizationForm.FormC);
        if (text.Length > longest)
        {
            throw new InvalidInputException(new InputFault(InputFaultCode.TooLong, Max: longest), path);
        }

        return text.Length == 0 ? null : text;
    }

    /// <summary>Like <see cref="Optional"/>, but something.</summary>
    public static string Required(string? value, string path, int longest) =>
        Optional(value, path, longest) ?? throw new InvalidInputException(InputFaultCode.Required, path);
}
