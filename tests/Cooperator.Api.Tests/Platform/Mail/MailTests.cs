using System.Globalization;
using Cooperator.Api.Platform.Mail;
using Cooperator.Api.Platform.Settings;
using Microsoft.Extensions.Logging.Abstractions;

namespace Cooperator.Api.Tests.Platform.Mail;

public sealed class MailTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("cooperator-mail-").FullName;

    private static readonly Dictionary<string, string> Words = new(StringComparer.Ordinal)
    {
        ["name"] = "Zoë <Müller>",
        ["coop"] = "Lindenhof",
        ["inviter"] = "Alma",
        ["link"] = "https://coop.example/invitation/lindenhof/abc?x=1&y=2",
        ["days"] = "14",
        ["minutes"] = "60",
    };

    [Fact]
    public void Says_Sie_in_German_as_the_app_does()
    {
        var assembly = typeof(MailTemplates).Assembly;
        var german = assembly.GetManifestResourceNames().Where(n => n.EndsWith(".de.txt", StringComparison.Ordinal));
        Assert.All(
            german,
            name =>
            {
                using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
                Assert.DoesNotMatch(@"\b([Dd]u|[Dd]ich|[Dd]ir|[Dd]ein\w*)\b", reader.ReadToEnd());
            }
        );
    }

    [Theory]
    [InlineData("invitation", "en", "Lindenhof invites you")]
    [InlineData("invitation", "de", "Lindenhof lädt Sie ein")]
    [InlineData("invitation", "sv", "Lindenhof invites you")]
    [InlineData("password-reset", "de", "Neues Passwort wählen")]
    [InlineData("password-changed", "en", "Your password was changed")]
    public void Speaks_the_persons_language_or_english(string name, string language, string subject)
    {
        var letter = MailTemplates.Write(name, language, Words);

        Assert.Equal(subject, letter.Subject);
        Assert.Contains(Words["link"], letter.Text, StringComparison.Ordinal);
        Assert.DoesNotContain('{', letter.Text);
    }

    [Fact]
    public void Escapes_what_people_wrote_in_the_html_form()
    {
        var letter = MailTemplates.Write("invitation", "en", Words);

        Assert.Contains("Zo&#235; &lt;M&#252;ller&gt;", letter.Html, StringComparison.Ordinal);
        Assert.Contains(
            "href=\"https://coop.example/invitation/lindenhof/abc?x=1&amp;y=2\"",
            letter.Html,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Names_the_word_it_misses()
    {
        var missing = Assert.Throws<ArgumentException>(() =>
            MailTemplates.Write("invitation", "en", new Dictionary<string, string>())
        );

        Assert.StartsWith(
            "The mail template invitation needs the word {coop}.",
            missing.Message,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void A_subject_can_not_smuggle_in_a_header()
    {
        var words = new Dictionary<string, string>(Words, StringComparer.Ordinal)
        {
            ["coop"] = "Lindenhof\r\nBcc: a@b.example",
        };

        Assert.DoesNotContain('\n', MailTemplates.Write("invitation", "en", words).Subject);
    }

    [Fact]
    public async Task Writes_a_letter_as_a_file_named_after_time_and_person()
    {
        var clock = new FixedClock(DateTimeOffset.Parse("2026-11-20T10:00:00Z", CultureInfo.InvariantCulture));
        var sender = new FileMailSender(
            new(),
            new DataSettings { Folder = folder },
            clock,
            NullLogger<FileMailSender>.Instance
        );

        await sender.SendAsync(
            new("alma@lindenhof.example", "Alma", MailTemplates.Write("invitation", "de", Words)),
            CancellationToken.None
        );

        var file = Assert.Single(Directory.GetFileSystemEntries(Path.Combine(folder, "mail")));
        Assert.Equal("20261120T1000000000000-alma@lindenhof.example.eml", Path.GetFileName(file));
        Assert.Contains("multipart/alternative", await File.ReadAllTextAsync(file), StringComparison.Ordinal);
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private sealed class FixedClock(DateTimeOffset now) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => now;
    }
}
