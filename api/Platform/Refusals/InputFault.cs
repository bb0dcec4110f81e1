using System.Globalization;
using System.Text.Json;

namespace Cooperator.Api.Platform.Refusals;

/// <summary>What is wrong with a value, and the limits that its sentence speaks of.</summary>
public sealed record InputFault(InputFaultCode Kind, decimal? Min = null, decimal? Max = null)
{
    /// <summary><c>TooLong</c> → <c>TOO_LONG</c>.</summary>
    public string Code => JsonNamingPolicy.SnakeCaseUpper.ConvertName(Kind.ToString());

    /// <summary>In English; other languages are the web app's.</summary>
    public string Sentence =>
        Kind switch
        {
            InputFaultCode.Required => "This can not be empty.",
            InputFaultCode.TooLong => Told($"This can not be longer than {Max} characters."),
            InputFaultCode.TooMany => Told($"There are {Max} already. Remove one first."),
            InputFaultCode.ControlCharacter => "This holds a character that can not be shown.",
            InputFaultCode.OutOfRange => Told($"This lies between {Min} and {Max}."),
            InputFaultCode.NotFound => "This does not exist, or no longer.",
            InputFaultCode.InvalidEmail => "This is not an e-mail address.",
            InputFaultCode.InvalidSlug => "This is 2 to 40 lowercase letters, digits and single hyphens.",
            InputFaultCode.InvalidUrl => "This is no address that begins with https://.",
            InputFaultCode.InvalidCurrency => "This is no currency: three capital letters are meant.",
            InputFaultCode.InvalidScope => "Choose read, or read and write.",
            InputFaultCode.InvalidRule => "This is no rule of days, weeks, months or years.",
            InputFaultCode.UnknownTimeZone => "There is no such time zone.",
            InputFaultCode.NameMissing => "A person needs a name.",
            InputFaultCode.DateOutOfRange => "This day is too far away to be meant.",
            InputFaultCode.UntilBeforeFrom => "The last day can not be before the first one.",
            InputFaultCode.NotOneOccupant => "Name one who moves in: a household, a member, or a new household.",
            InputFaultCode.PasswordTooShort => Told($"Use at least {Min} characters."),
            InputFaultCode.PasswordTooLong => Told($"Use at most {Max} characters."),
            InputFaultCode.PasswordTooCommon => "Many people use this password, so it is among the first to be tried.",
            InputFaultCode.PasswordNamesYou => "Do not use your own name or e-mail address.",
            _ => throw new InvalidOperationException($"{Kind} has no sentence."),
        };

    private static string Told(FormattableString sentence) => sentence.ToString(CultureInfo.InvariantCulture);
}
