using System.Net.Mail;
using System.Net.Mime;
using System.Text;

namespace Cooperator.Api.Platform.Mail;

internal static class Letters
{
    /// <summary>The letter as it travels: text first, HTML as the richer alternative, both UTF-8.</summary>
    public static System.Net.Mail.MailMessage Write(MailSettings settings, MailMessage message)
    {
        var letter = new System.Net.Mail.MailMessage(
            new MailAddress(settings.From, settings.FromName, Encoding.UTF8),
            new MailAddress(message.To, message.ToName, Encoding.UTF8)
        )
        {
            Subject = message.Content.Subject,
            SubjectEncoding = Encoding.UTF8,
            Body = message.Content.Text,
            BodyEncoding = Encoding.UTF8,
        };
        letter.AlternateViews.Add(
            AlternateView.CreateAlternateViewFromString(message.Content.Html, Encoding.UTF8, MediaTypeNames.Text.Html)
        );
        // Machines that answer every letter leave these alone.
        letter.Headers.Add("Auto-Submitted", "auto-generated");
        if (message.Id is { } id)
        {
            letter.Headers.Add("Message-ID", $"<{id}>");
        }

        if (message.Unsubscribe is { } link)
        {
            letter.Headers.Add("List-Unsubscribe", $"<{link}>");
            letter.Headers.Add("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
        }

        return letter;
    }
}
