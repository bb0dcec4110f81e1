using System.Globalization;
using System.Text.RegularExpressions;
using Cooperator.Api.Features.Members;
using Cooperator.Api.Platform;

namespace Cooperator.Api.Features.Notifications;

/// <summary>What a notification speaks of, in the reader's language: roles are called as they are in the app, days are written as people do.</summary>
internal static partial class LetterWords
{
    public static Dictionary<string, string> In(string language, IReadOnlyDictionary<string, string> words) =>
        words.ToDictionary(w => w.Key, w => In(language, w.Key, w.Value));

    /// <summary>All a letter of its own speaks of.</summary>
    public static Dictionary<string, string> Of(
        Notification notification,
        Member to,
        string coop,
        string slug,
        PublicSite site
    ) =>
        new(In(to.Language.ToString().ToLowerInvariant(), notification.Words))
        {
            ["name"] = to.DisplayName,
            ["coop"] = coop,
            ["link"] = site.Link($"/c/{slug}/{notification.Path}"),
            ["settings"] = SettingsOf(slug, site),
        };

    /// <summary>Where one chooses what letters tell of.</summary>
    public static string SettingsOf(string slug, PublicSite site) => site.Link($"/c/{slug}/notifications/settings");

    private static string In(string language, string word, string value) =>
        word switch
        {
            "role" => Enum.TryParse<Role>(value, ignoreCase: true, out var role) ? NameOf(role, language) : value,
            "day" or "days" when language == "de" => Day().Replace(value, German),
            _ => value,
        };

    private static string NameOf(Role role, string language) =>
        (role, language) switch
        {
            (Role.Admin, "de") => "Vorstand",
            (Role.Maintainer, "de") => "Hausdienst",
            (Role.Resident, "de") => "Mitglied",
            (Role.Observer, "de") => "Beobachter",
            (Role.Admin, _) => "Board",
            (Role.Maintainer, _) => "Maintenance",
            _ => role.ToString(),
        };

    private static string German(Match day) =>
        DateOnly
            .ParseExact(day.Value, "yyyy-MM-dd", CultureInfo.InvariantCulture)
            .ToString("dd.MM.yyyy", CultureInfo.InvariantCulture);

    [GeneratedRegex(@"\b\d{4}-\d{2}-\d{2}\b", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Day();
}
