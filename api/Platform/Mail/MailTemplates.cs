using System.Net;
using System.Reflection;
using System.Text;
using System.Text.RegularExpressions;

namespace Cooperator.Api.Platform.Mail;

/// <summary>
/// Letters from <c>Templates/&lt;name&gt;.&lt;language&gt;.txt</c>: the first line is the subject, paragraphs are parted by
/// blank lines, <c>{words}</c> in braces are filled in. The HTML form is made of the same text, so that the two can not
/// say different things; a paragraph that is only a link becomes a button.
/// </summary>
public static partial class MailTemplates
{
    private const string Fallback = "en";
    private static readonly Assembly Assembly = typeof(MailTemplates).Assembly;

    /// <summary>Writes the letter in the person's language, or in English where there is none in it.</summary>
    /// <exception cref="ArgumentException">There is no such letter, or a word it needs is missing.</exception>
    public static MailContent Write(string name, string language, IReadOnlyDictionary<string, string> words)
    {
        var template = Find(name, language);
        var end = template.IndexOf('\n', StringComparison.Ordinal);
        var subject = SubjectOf(template[..end], name, words);
        var body = template[(end + 1)..].Trim();
        var html = Html(body, word => Fill(word, name, words, value => value));
        return new(subject, Fill(body, name, words, word => word) + "\n", html);
    }

    /// <summary>The letter's first line alone: what it says in one sentence.</summary>
    /// <exception cref="ArgumentException">There is no such letter, or a word it needs is missing.</exception>
    public static string Subject(string name, string language, IReadOnlyDictionary<string, string> words)
    {
        var template = Find(name, language);
        return SubjectOf(template[..template.IndexOf('\n', StringComparison.Ordinal)], name, words);
    }

    private static string SubjectOf(string line, string name, IReadOnlyDictionary<string, string> words) =>
        Fill(line.Trim(), name, words, word => word.ReplaceLineEndings(" "));

    private static string Find(string name, string language) =>
        Read(name, language)
        ?? Read(name, Fallback)
        ?? throw new ArgumentException($"There is no mail template {name}.", nameof(name));

    private static string? Read(string name, string language)
    {
        using var stream = Assembly.GetManifestResourceStream($"mail/{name}.{language}.txt");
        if (stream is null)
        {
            return null;
        }
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }

    private static string Fill(
        string text,
        string name,
        IReadOnlyDictionary<string, string> words,
        Func<string, string> shape
    ) =>
        Placeholder()
            .Replace(
                text,
                match =>
                    words.TryGetValue(match.Groups["word"].Value, out var word)
                        ? shape(word)
                        : throw new ArgumentException(
                            $"The mail template {name} needs the word {match.Value}.",
                            nameof(words)
                        )
            );

    private static string Html(string body, Func<string, string> fill)
    {
        var html = new StringBuilder();
        html.Append(
            "<!doctype html><html><head><meta charset=\"utf-8\"></head><body style=\"margin:0;background:#faf8f4\">"
        );
        html.Append(
            "<div style=\"max-width:34rem;margin:0 auto;padding:32px 24px;color:#1d1b18;font:16px/1.5 sans-serif\">"
        );
        foreach (var paragraph in body.Split("\n\n", StringSplitOptions.RemoveEmptyEntries))
        {
            var text = WebUtility.HtmlEncode(fill(paragraph.Trim()));
            html.Append(
                IsLink(text)
                    ? $"<p><a href=\"{text}\" style=\"display:inline-block;padding:12px 20px;border-radius:10px;background:#1f5f4f;color:#fff;text-decoration:none;word-break:break-all\">{text}</a></p>"
                    : $"<p>{text.Replace("\n", "<br>", StringComparison.Ordinal)}</p>"
            );
        }
        return html.Append("</div></body></html>").ToString();
    }

    private static bool IsLink(string text) =>
        !text.Contains(' ', StringComparison.Ordinal)
        && Uri.TryCreate(WebUtility.HtmlDecode(text), UriKind.Absolute, out var uri)
        && uri.Scheme is "http" or "https";

    [GeneratedRegex(@"\{(?<word>\w+)\}", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Placeholder();
}
