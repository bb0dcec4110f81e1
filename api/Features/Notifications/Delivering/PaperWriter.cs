using Cooperator.Api.Database;
using Cooperator.Api.Features.Members;
using Cooperator.Api.Platform;
using Cooperator.Api.Platform.Mail;

namespace Cooperator.Api.Features.Notifications;

/// <summary>A letter for paper, in the language of whom it is for.</summary>
/// <param name="Subject">Its first line.</param>
/// <param name="Text">The rest; paragraphs are parted by blank lines.</param>
public sealed record PrintableLetter(string Subject, string Text);

/// <summary>Writes for paper what was to be told by e-mail.</summary>
public sealed class PaperWriter(PublicSite site, CurrentCoop current)
{
    internal PrintableLetter Write(Notification notification, Member to, string coop)
    {
        var words = LetterWords.Of(notification, to, coop, current.Slug!, site);
        var language = to.Language.ToString().ToLowerInvariant();
        var content = MailTemplates.Write(NotificationNames.TemplateOf(notification.Kind), language, words);
        var paragraphs = content.Text.Trim().Split("\n\n");
        // On paper there is no way to the settings.
        var told = paragraphs[^1] == words["settings"] ? paragraphs[..^2] : paragraphs;
        return new(content.Subject, string.Join("\n\n", told));
    }
}
