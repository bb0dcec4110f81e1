using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.RegularExpressions;
using Cooperator.Api.Platform.Refusals;

namespace Cooperator.Api.Tests.Platform.Refusals;

/// <summary>Whatever can be wrong with an input is said in every language of the web app.</summary>
public sealed partial class InputFaultTests
{
    private static readonly InputFault[] All =
    [
        .. Enum.GetValues<InputFaultCode>().Select(code => new InputFault(code, Min: 1, Max: 9)),
    ];

    public static TheoryData<string> Languages =>
        [.. Directory.GetFiles(Words(), "*.json").Select(file => Path.GetFileName(file)!)];

    [Theory]
    [MemberData(nameof(Languages))]
    public void Each_code_has_a_sentence_that_speaks_of_the_same_limits(string language)
    {
        using var words = JsonDocument.Parse(File.ReadAllText(Path.Combine(Words(), language)));
        var sentences = words
            .RootElement.GetProperty("ui")
            .GetProperty("fault")
            .EnumerateObject()
            .ToDictionary(word => word.Name, word => word.Value.GetString()!);

        Assert.Equal(All.Select(fault => fault.Code).Order(), sentences.Keys.Order());
        Assert.All(
            All,
            fault =>
                Assert.Equal(
                    (
                        fault.Sentence.Contains('1', StringComparison.Ordinal),
                        fault.Sentence.Contains('9', StringComparison.Ordinal)
                    ),
                    (Limits(sentences[fault.Code]).Contains("min"), Limits(sentences[fault.Code]).Contains("max"))
                )
        );
    }

    private static HashSet<string> Limits(string sentence) =>
        [.. Placeholder().Matches(sentence).Select(match => match.Groups["name"].Value)];

    private static string Words([CallerFilePath] string here = "") =>
        Path.GetFullPath(Path.Combine(here, "..", "..", "..", "..", "..", "web-angular", "src", "app", "core", "i18n"));

    [GeneratedRegex(@"\{\{\s*(?<name>\w+)\s*\}\}", RegexOptions.None, 1000)]
    private static partial Regex Placeholder();
}
