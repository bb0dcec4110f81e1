using System.Collections.Frozen;

namespace Cooperator.Api.Identity;

/// <summary>
/// What is tried first. A list of exact words would miss <c>Passwort2026!</c>, so a password is reduced before it is
/// compared: letters only, in lower case, with the usual digits read as letters.
/// </summary>
internal static class CommonPasswords
{
    private static readonly FrozenSet<string> Words = (
        "password passwort motdepasse contrasena kennwort passphrase secret geheim welcome willkommen bienvenue bienvenido "
        + "letmein changeme changeit administrator admin qwerty qwertyuiop qwertyui qwertz qwertzuiop azerty azertyuiop "
        + "asdfghjkl asdfasdf zxcvbnm iloveyou ichliebedich princess prinzessin sunshine sonnenschein football fussball "
        + "baseball basketball monkey dragon master shadow superman batman trustno starwars computer internet whatever "
        + "freedom michael jennifer jessica charlie hello hallo hallowelt helloworld test testtest testing default guest "
        + "user login access abc abcabc abcd abcdef abcdefg abcdefgh abcdefghij summer sommer winter spring autumn herbst "
        + "cooperator cooperative coop genossenschaft housing hausverwaltung lindenhof schatz liebe mustermann"
    )
        .Split(' ')
        .ToFrozenSet(StringComparer.Ordinal);

    private static readonly string[] Runs =
    [
        "01234567890123456789",
        "98765432109876543210",
        "abcdefghijklmnopqrstuvwxyz",
        "1qaz2wsx3edc4rfv5tgb",
        "1q2w3e4r5t6y7u8i9o0p",
        "qwertyuiopasdfghjklzxcvbnm",
        "qwertzuiopasdfghjklyxcvbnm",
    ];

    public static bool Contains(string password)
    {
        var lower = password.ToLowerInvariant();
        return lower.Distinct().Count() < 4
            || Runs.Any(run => run.Contains(lower, StringComparison.Ordinal))
            || Words.Contains(LettersOf(lower, readDigits: false))
            || Words.Contains(LettersOf(lower, readDigits: true).TrimEnd('i', 'o', 'e'))
            || Words.Contains(LettersOf(lower, readDigits: true));
    }

    private static string LettersOf(string lower, bool readDigits) =>
        string.Concat(lower.Select(c => readDigits ? AsLetter(c) : c).Where(char.IsLetter));

    private static char AsLetter(char c) =>
        c switch
        {
            '0' => 'o',
            '1' or '!' => 'i',
            '3' => 'e',
            '4' or '@' => 'a',
            '5' or '$' => 's',
            '7' => 't',
            _ => c,
        };
}
