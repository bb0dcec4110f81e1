using System.Text.RegularExpressions;

namespace Cooperator.Api.Features.Coops;

public static partial class CoopSlug
{
    public static string Check(string slug) =>
        Pattern().IsMatch(slug)
            ? slug
            : throw new ArgumentException(
                "A slug is 2 to 40 lowercase letters, digits and single hyphens.",
                nameof(slug)
            );

    [GeneratedRegex(
        "^(?=.{2,40}$)[a-z0-9]+(-[a-z0-9]+)*$",
        RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture
    )]
    private static partial Regex Pattern();
}
