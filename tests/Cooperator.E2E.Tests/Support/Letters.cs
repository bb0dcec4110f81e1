using System.Text;
using System.Text.RegularExpressions;

namespace Cooperator.E2E.Tests.Support;

/// <summary>The letters the program wrote, as the embedded mode leaves them in its data folder.</summary>
internal static class Letters
{
    /// <summary>The path of the link in the letter to <paramref name="email"/>, once that letter is there.</summary>
    public static async Task<string> LinkAsync(RunningCooperator cooperator, string email, Regex link)
    {
        var mail = Path.Combine(cooperator.DataFolder, "mail");
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(3));
        while (true)
        {
            foreach (var letter in Directory.Exists(mail) ? Directory.GetFiles(mail, "*.eml") : [])
            {
                var text = TextOf(await File.ReadAllTextAsync(letter, patience.Token));
                if (letter.Contains(email, StringComparison.Ordinal) && link.Match(text) is { Success: true } found)
                {
                    return found.Value;
                }
            }

            await Task.Delay(50, patience.Token);
        }
    }

    // The parts of a letter come as base64, each from a blank line to the next boundary.
    private static string TextOf(string letter) =>
        string.Concat(
            letter
                .ReplaceLineEndings("\n")
                .Split("\n\n")
                .Select(part =>
                {
                    var packed = string.Concat(
                        part.Split('\n').TakeWhile(line => !line.StartsWith("--", StringComparison.Ordinal))
                    );
                    var bytes = new byte[packed.Length];
                    return Convert.TryFromBase64String(packed, bytes, out var length)
                        ? Encoding.UTF8.GetString(bytes, 0, length)
                        : part;
                })
        );
}
