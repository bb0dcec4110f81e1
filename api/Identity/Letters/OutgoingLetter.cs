using Cooperator.Api.Database;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Cooperator.Api.Identity;

/// <summary>
/// A letter that was decided on in some transaction and is sent after it, however often the process or the mail server
/// falls over in between. Its content is encrypted, as it holds links that open accounts, and deleted once it is sent.
/// </summary>
public sealed class OutgoingLetter : Entity
{
    /// <summary>Mail servers are away for a night or a weekend; a letter waits for as long as its links hold at least.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromDays(5);

    private OutgoingLetter() { }

    public OutgoingLetter(string sealedContent, DateTimeOffset now)
    {
        SealedContent = sealedContent;
        CreatedAt = now;
        NextTryAt = now;
    }

    public string SealedContent { get; private set; } = "";

    public DateTimeOffset CreatedAt { get; private set; }

    public int Attempts { get; private set; }

    public DateTimeOffset NextTryAt { get; private set; }

    public bool IsHopelessAt(DateTimeOffset now) => now - CreatedAt >= Patience;

    /// <summary>Takes it for one attempt: until then nobody else does.</summary>
    public void Claim(DateTimeOffset until) => NextTryAt = until;

    /// <summary>Gives it back untried.</summary>
    public void Release(DateTimeOffset now) => NextTryAt = now;

    /// <summary>Tries again after 10 s, 20 s, 40 s, … and at most an hour.</summary>
    public void Postpone(DateTimeOffset now)
    {
        NextTryAt = now.AddSeconds(Math.Min(3600, 10 * Math.Pow(2, Attempts)));
        Attempts++;
    }
}

internal sealed class OutgoingLetterConfiguration : IEntityTypeConfiguration<OutgoingLetter>
{
    public void Configure(EntityTypeBuilder<OutgoingLetter> builder)
    {
        builder.ToTable("outgoing_letters");
        builder.HasKey(l => l.Id);
        builder.HasIndex(l => l.NextTryAt);
    }
}
