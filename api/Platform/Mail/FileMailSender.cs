using System.Globalization;
using System.Net.Mail;
using Cooperator.Api.Platform.Settings;

namespace Cooperator.Api.Platform.Mail;

/// <summary>Writes letters to <c>mail/</c> below the data folder, as files that any mail program opens.</summary>
internal sealed class FileMailSender(
    MailSettings settings,
    DataSettings data,
    TimeProvider clock,
    ILogger<FileMailSender> logger
) : IMailSender
{
    public async Task SendAsync(MailMessage message, CancellationToken cancellationToken)
    {
        var folder = Directory.CreateDirectory(data.PathTo("mail")).FullName;
        // The client chooses the file's name, so it is given a folder of its own to put it in.
        var draft = Directory.CreateDirectory(Path.Combine(folder, $".{Guid.NewGuid():N}")).FullName;
        try
        {
            using var client = new SmtpClient
            {
                DeliveryMethod = SmtpDeliveryMethod.SpecifiedPickupDirectory,
                PickupDirectoryLocation = draft,
            };
            using var letter = Letters.Write(settings, message);
            await client.SendMailAsync(letter, cancellationToken);
            var file = Path.Combine(folder, Name(message.To));
            File.Move(Directory.EnumerateFiles(draft).Single(), file);
            logger.LogInformation("Wrote a letter for {To}: {File}", message.To, file);
        }
        finally
        {
            Directory.Delete(draft, recursive: true);
        }
    }

    private string Name(string to)
    {
        var time = clock.GetUtcNow().ToString("yyyyMMdd'T'HHmmssfffffff", CultureInfo.InvariantCulture);
        var safe = string.Concat(
            to.Select(c => char.IsLetterOrDigit(c) || c is '@' or '.' or '-' or '_' or '+' ? c : '_')
        );
        return $"{time}-{safe}.eml";
    }
}
