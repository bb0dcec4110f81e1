using System.Text.RegularExpressions;
using Cooperator.Api.Database;
using Cooperator.Api.Features.Members;
using Cooperator.Api.Platform.Refusals;
using Cooperator.GraphQL;
using Microsoft.EntityFrameworkCore;

namespace Cooperator.Api.Features.Comments;

/// <summary>What is said, and who is named in it: <c>@[Alma Öztürk](the member's global id)</c>.</summary>
public sealed partial record CommentText(string Body, IReadOnlyList<Guid> MentionedIds)
{
    internal const int Longest = 10_000;
    private const int MostMentions = 50;

    /// <summary>Reads a comment as it was typed. Who is no member of the co-op is not mentioned.</summary>
    internal static async Task<CommentText> ReadAsync(string? body, CooperatorDbContext db, CancellationToken ct)
    {
        var text = BodyOfText.Required(body, "body", Longest);
        var named = MembersIn(text);
        if (named.Count > MostMentions)
        {
            throw new InvalidInputException(new InputFault(InputFaultCode.TooMany, Max: MostMentions), "body");
        }

        return new CommentText(
            text,
            named.Count == 0 ? [] : await db.Members.Where(m => named.Contains(m.Id)).Select(m => m.Id).ToListAsync(ct)
        );
    }

    internal static IReadOnlyList<Guid> MembersIn(string body) =>
        [
            .. Mention()
                .Matches(body)
                .Select(m => m.Groups["id"].Value)
                .Where(id => NodeIds.FindTypeName(id) == nameof(Member))
                .Select(MemberId)
                .OfType<Guid>()
                .Distinct(),
        ];

    private static Guid? MemberId(string globalId)
    {
        try
        {
            return NodeIds.ParseGuid(globalId, nameof(Member));
        }
        catch (GraphQLException)
        {
            // Something that looks like an id is text, as anything else in a comment.
            return null;
        }
    }

    [GeneratedRegex(
        @"@\[[^\]\n]{1,201}\]\((?<id>[A-Za-z0-9_-]{1,100})\)",
        RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking
    )]
    private static partial Regex Mention();
}
