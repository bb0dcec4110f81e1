using System.Text.Json;
using Cooperator.Api.Database;
using Cooperator.Api.Features.Members;
using Cooperator.Api.Platform.Mail;
using Microsoft.AspNetCore.DataProtection;

namespace Cooperator.Api.Identity;

/// <summary>Takes letters in the transaction that decides on them.</summary>
internal sealed class LetterBox(CooperatorDbContext db, LetterSeal seal, LetterSignal signal, TimeProvider clock)
{
    /// <summary>Adds the letter to what is saved next.</summary>
    public void Post(string to, string? name, string template, Language language, Dictionary<string, string> words)
    {
        var content = MailTemplates.Write(template, language.ToString().ToLowerInvariant(), words);
        db.OutgoingLetters.Add(new OutgoingLetter(seal.Close(new MailMessage(to, name, content)), clock.GetUtcNow()));
        signal.Posted();
    }
}

internal sealed class LetterSeal(IDataProtectionProvider protection)
{
    private readonly IDataProtector _protector = protection.CreateProtector("Cooperator.Letter");

    public string Close(MailMessage letter) => _protector.Protect(JsonSerializer.Serialize(letter));

    public MailMessage Open(string content) => JsonSerializer.Deserialize<MailMessage>(_protector.Unprotect(content))!;
}

/// <summary>Wakes the carrier, who otherwise looks every few seconds.</summary>
internal sealed class LetterSignal : IDisposable
{
    private readonly SemaphoreSlim _posted = new(0, 1);

    public void Posted()
    {
        if (_posted.CurrentCount == 0)
        {
            try
            {
                _posted.Release();
            }
            catch (SemaphoreFullException)
            {
                // Somebody else signalled at the same moment; one signal is enough.
            }
        }
    }

    public Task WaitAsync(TimeSpan atMost, CancellationToken ct) => _posted.WaitAsync(atMost, ct);

    public void Dispose() => _posted.Dispose();
}
