using System.Net.Mail;

namespace Cooperator.Api.Platform.Refusals;

/// <summary>A value that can not be meant: no rule of a co-op is needed to refuse it.</summary>
/// <remarks>Several at once come as one <see cref="AggregateException"/>.</remarks>
public sealed class InvalidInputException(InputFault fault, params IReadOnlyList<string> path)
    : RefusalException(fault.Sentence)
{
    public InvalidInputException(InputFaultCode code, params IReadOnlyList<string> path)
        : this(new InputFault(code), path) { }

    /// <summary>Which fault it is.</summary>
    public string Code { get; } = fault.Code;

    /// <summary>Where the value stands in the input.</summary>
    public IReadOnlyList<string> Path { get; } = path;

    /// <summary>The least that is possible, where the sentence speaks of it.</summary>
    public decimal? Min { get; } = fault.Min;

    /// <summary>The most that is possible, where the sentence speaks of it.</summary>
    public decimal? Max { get; } = fault.Max;

    /// <summary>The text, tidied: see <see cref="LineOfText"/>.</summary>
    public static string Text(string? value, string path, int longest) =>
        OptionalText(value, path, longest) ?? throw new InvalidInputException(InputFaultCode.Required, path);

    /// <summary>Like <see cref="Text"/>, and null for nothing.</summary>
    public static string? OptionalText(string? value, string path, int longest)
    {
        var text = LineOfText.Tidy(value);
        if (text.Length > longest)
        {
            throw new InvalidInputException(new InputFault(InputFaultCode.TooLong, Max: longest), path);
        }

        if (LineOfText.HoldsUnprintable(text))
        {
            throw new InvalidInputException(InputFaultCode.ControlCharacter, path);
        }

        return text.Length == 0 ? null : text;
    }

    public const int LongestEmail = 254;

    /// <summary>An address within a house is one, too: <c>kemal@intranet</c>.</summary>
    public static bool IsEmail(string text) => MailAddress.TryCreate(text, out var address) && address.Address == text;

    /// <summary>An e-mail address, and nothing beside it.</summary>
    public static string Email(string? value, string path) =>
        OptionalEmail(value, path) ?? throw new InvalidInputException(InputFaultCode.Required, path);

    /// <summary>Like <see cref="Email"/>, and null for nothing.</summary>
    public static string? OptionalEmail(string? value, string path)
    {
        var email = OptionalText(value, path, LongestEmail);
        return email is null || IsEmail(email)
            ? email
            : throw new InvalidInputException(InputFaultCode.InvalidEmail, path);
    }
}
