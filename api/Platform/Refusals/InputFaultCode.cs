namespace Cooperator.Api.Platform.Refusals;

/// <summary>
/// What can be wrong with a value, whatever the co-op's rules are. On the wire <c>TooLong</c> is <c>TOO_LONG</c>, stable
/// for ever. The web app has a sentence for each of them in each of its languages; a test looks after that.
/// </summary>
public enum InputFaultCode
{
    Required,
    TooLong,
    TooMany,
    ControlCharacter,
    OutOfRange,
    NotFound,
    InvalidEmail,
    InvalidSlug,
    InvalidUrl,
    InvalidCurrency,
    InvalidScope,
    InvalidRule,
    UnknownTimeZone,
    NameMissing,
    DateOutOfRange,
    UntilBeforeFrom,
    NotOneOccupant,
    PasswordTooShort,
    PasswordTooLong,
    PasswordTooCommon,
    PasswordNamesYou,
}
