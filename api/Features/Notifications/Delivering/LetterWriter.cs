using Cooperator.Api.Features.Coops;
using Cooperator.Api.Platform;
using Cooperator.Api.Platform.Mail;

namespace Cooperator.Api.Features.Notifications;

/// <summary>Writes what members are told of by e-mail: one piece of news, or several gathered.</summary>
internal sealed class LetterWriter(NotificationRules rules, PublicSite site, UnsubscribeLinks links)
{
    public Letter Write(Guid id, Coop coop, IReadOnlyList<News> news)
    {
        var member = news[0].Member;
        var language = member.Language.ToString().ToLowerInvariant();
        var kind = news is [var only] ? only.Notification.Kind : (NotificationKind?)null;
        var content = kind is null
            ? MailTemplates.Write("notification-digest", language, DigestWords(coop, language, news))
            : MailTemplates.Write(
                NotificationNames.TemplateOf(kind.Value),
                language,
                LetterWords.Of(news[0].Notification, member, coop.Name, coop.Slug, site)
            );
        var canUnsubscribe = kind is null || rules.Of(kind.Value).CanBeMuted;
        var message = new MailMessage(news[0].Address!, member.DisplayName, content)
        {
            Id = $"{id:N}@{new Uri(site.Url).Host}",
            Unsubscribe = canUnsubscribe ? links.For(coop.Id, member.Id, kind) : null,
        };
        return new Letter([.. news.Select(n => n.DeliveryId)], message);
    }

    private Dictionary<string, string> DigestWords(Coop coop, string language, IReadOnlyList<News> news) =>
        new()
        {
            ["name"] = news[0].Member.DisplayName,
            ["coop"] = coop.Name,
            ["count"] = $"{news.Count}",
            ["news"] = string.Join("\n", news.Select(n => "– " + Sentence(n.Notification, coop.Name, language))),
            ["link"] = site.Link($"/c/{coop.Slug}/notifications"),
            ["settings"] = LetterWords.SettingsOf(coop.Slug, site),
        };

    /// <summary>What a notification says in one sentence.</summary>
    public static string Sentence(Notification notification, string coop, string language) =>
        MailTemplates.Subject(
            NotificationNames.TemplateOf(notification.Kind),
            language,
            new Dictionary<string, string>(LetterWords.In(language, notification.Words)) { ["coop"] = coop }
        );
}
