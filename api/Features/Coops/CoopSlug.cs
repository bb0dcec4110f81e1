using System.Text.RegularExpressions;
using Cooperator.Api.Platform.Refusals;

namespace Cooperator.Api.Features.Coops;

public static partial class CoopSlug
{
    public static string Check(string slug) =>
        slug.Length is >= 2 and <= 40 && Pattern().IsMatch(slug)
            ? slug
            : throw new InvalidInputException(InputFaultCode.InvalidSlug, "slug");

    [GeneratedRegex("^[a-z0-9]+(-[a-z0-9]+)*$", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Pattern();
}
