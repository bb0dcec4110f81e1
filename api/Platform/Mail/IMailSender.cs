namespace Cooperator.Api.Platform.Mail;

/// <summary>One letter to one person.</summary>
public sealed record MailMessage(string To, string? ToName, MailContent Content)
{
    /// <summary>What the letter is called on its way (<c>Message-ID</c>, without brackets): the same when it is sent again.</summary>
    public string? Id { get; init; }

    /// <summary>Where one click ends letters like this one (RFC 8058).</summary>
    public string? Unsubscribe { get; init; }
}

/// <summary>What a letter says, the same in both forms.</summary>
public sealed record MailContent(string Subject, string Text, string Html);

/// <summary>The mail server will never take a letter for this address.</summary>
public sealed class AddressRefusedException(string message, Exception cause) : Exception(message, cause);

/// <summary>Sends letters: through an SMTP server, or into a folder where nobody is written to by accident.</summary>
public interface IMailSender
{
    /// <summary>Sends one letter, or throws when it could not be handed over.</summary>
    /// <exception cref="AddressRefusedException">It is of no use to try again.</exception>
    Task SendAsync(MailMessage message, CancellationToken cancellationToken);
}
