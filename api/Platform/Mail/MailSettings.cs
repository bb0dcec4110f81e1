using System.ComponentModel.DataAnnotations;
using System.Net.Mail;

namespace Cooperator.Api.Platform.Mail;

/// <summary><c>Mail</c>: how letters leave.</summary>
public sealed record MailSettings : IValidatableObject
{
    /// <summary>The SMTP server; left out, letters are written to files below the data folder.</summary>
    public string? Host { get; init; }

    /// <summary>The SMTP server's port.</summary>
    [Range(1, 65535)]
    public int Port { get; init; } = 587;

    /// <summary>Whether the connection must be secured with STARTTLS.</summary>
    public bool StartTls { get; init; } = true;

    /// <summary>Left out, the server is not signed in to.</summary>
    public string? Username { get; init; }

    /// <summary>Goes with <see cref="Username"/>.</summary>
    public string? Password { get; init; }

    /// <summary>Whom letters are from.</summary>
    public string From { get; init; } = "cooperator@localhost";

    /// <summary>The name beside <see cref="From"/>.</summary>
    public string FromName { get; init; } = "theCooperator";

    /// <summary>How long a server may take for one letter.</summary>
    [Range(1, 300)]
    public int TimeoutSeconds { get; init; } = 30;

    /// <inheritdoc/>
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (!MailAddress.TryCreate(From, out _))
        {
            yield return new("it must be an e-mail address", [nameof(From)]);
        }
        if (Host is null && Username is not null)
        {
            yield return new("it is needed when Mail:Username is given", [nameof(Host)]);
        }
    }
}
