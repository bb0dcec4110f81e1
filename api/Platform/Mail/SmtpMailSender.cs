using System.Net;
using System.Net.Mail;

namespace Cooperator.Api.Platform.Mail;

/// <summary>Hands letters to an SMTP server.</summary>
internal sealed class SmtpMailSender(MailSettings settings) : IMailSender
{
    public async Task SendAsync(MailMessage message, CancellationToken cancellationToken)
    {
        // A client holds one letter at a time, so each letter has its own.
        using var client = new SmtpClient(settings.Host, settings.Port)
        {
            EnableSsl = settings.StartTls,
            Credentials = settings.Username is null
                ? null
                : new NetworkCredential(settings.Username, settings.Password),
        };
        using var letter = Letters.Write(settings, message);
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(TimeSpan.FromSeconds(settings.TimeoutSeconds));
        try
        {
            await client.SendMailAsync(letter, patience.Token);
        }
        catch (SmtpFailedRecipientException refused) when ((int)refused.StatusCode >= 500)
        {
            throw new AddressRefusedException($"The mail server refuses the address: {refused.Message}", refused);
        }
    }
}
