namespace Cooperator.Api.Platform.Mail;

/// <summary>One letter to one person.</summary>
public sealed record MailMessage(string To, string? ToName, MailContent Content);

/// <summary>What a letter says, the same in both forms.</summary>
public sealed record MailContent(string Subject, string Text, string Html);

/// <summary>Sends letters: through an SMTP server, or into a folder where nobody is written to by accident.</summary>
public interface IMailSender
{
    /// <summary>Sends one letter, or throws when it could not be handed over.</summary>
    Task SendAsync(MailMessage message, CancellationToken cancellationToken);
}
