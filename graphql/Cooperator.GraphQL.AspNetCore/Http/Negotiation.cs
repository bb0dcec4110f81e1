using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace Cooperator.GraphQL.AspNetCore.Http;

/// <summary>What the <c>Accept</c> header of a request lets the server answer with.</summary>
/// <param name="Format">The best format for a single result.</param>
/// <param name="AcceptsEvents">Whether a subscription may be answered with an event stream.</param>
internal readonly record struct Negotiation(ResponseFormat Format, bool AcceptsEvents)
{
    private static readonly Negotiation JsonOnly = new(ResponseFormat.Json, AcceptsEvents: false);

    // In the order the server prefers when the client has no preference. Clients that name both JSON formats mean the newer one;
    // clients that name a JSON format and event streams mean the latter for operations that need it.
    private static readonly (ResponseFormat Format, string MediaType)[] Offers =
    [
        (ResponseFormat.Html, "text/html"),
        (ResponseFormat.GraphQLResponse, "application/graphql-response+json"),
        (ResponseFormat.Json, "application/json"),
        (ResponseFormat.EventStream, "text/event-stream"),
    ];

    /// <summary>Reads an <c>Accept</c> header, see RFC 9110 section 12.5.1.</summary>
    /// <param name="accept">The header's values.</param>
    /// <param name="offerHtml">Whether the request could be a browser asking for the IDE.</param>
    public static Negotiation Read(StringValues accept, bool offerHtml)
    {
        // Without a wish, clients from before the newer media type get what they know.
        if (StringValues.IsNullOrEmpty(accept))
        {
            return JsonOnly;
        }

        if (accept.Count == 1 && string.Equals(accept[0], "application/json", StringComparison.OrdinalIgnoreCase))
        {
            return JsonOnly;
        }

        if (!MediaTypeHeaderValue.TryParseList(accept, out var wishes))
        {
            return default;
        }

        var best = (Format: ResponseFormat.None, Weight: 0d, Precision: 0);
        var acceptsEvents = false;
        foreach (var (format, mediaType) in Offers)
        {
            var (weight, precision) = Weigh(mediaType, wishes);
            acceptsEvents |= format == ResponseFormat.EventStream && weight > 0;
            if (format == ResponseFormat.Html && (!offerHtml || precision < 3))
            {
                continue;
            }

            var better =
                weight > best.Weight
                || (weight == best.Weight && precision > best.Precision)
                // Under a wildcard the format every client knows comes first.
                || (
                    weight == best.Weight
                    && precision == best.Precision
                    && format == ResponseFormat.Json
                    && precision < 3
                );
            if (weight > 0 && better)
            {
                best = (format, weight, precision);
            }
        }

        return new Negotiation(best.Format, acceptsEvents);
    }

    /// <summary>The weight the most precise matching wish gives to a media type: 3 names it, 2 its family, 1 anything.</summary>
    private static (double Weight, int Precision) Weigh(string mediaType, IList<MediaTypeHeaderValue> wishes)
    {
        var result = (Weight: 0d, Precision: 0);
        foreach (var wish in wishes)
        {
            var precision = Precision(mediaType, wish);
            if (precision > result.Precision && SpeaksUtf8(wish))
            {
                result = (wish.Quality ?? 1, precision);
            }
        }

        return result;
    }

    private static int Precision(string mediaType, MediaTypeHeaderValue wish)
    {
        if (wish.MatchesAllTypes)
        {
            return 1;
        }

        if (wish.MediaType.Equals(mediaType, StringComparison.OrdinalIgnoreCase))
        {
            return 3;
        }

        return
            wish.MatchesAllSubTypes
            && mediaType
                .AsSpan(0, mediaType.IndexOf('/', StringComparison.Ordinal))
                .Equals(wish.Type.AsSpan(), StringComparison.OrdinalIgnoreCase)
            ? 2
            : 0;
    }

    private static bool SpeaksUtf8(MediaTypeHeaderValue wish) =>
        !wish.Charset.HasValue || Charsets.IsUtf8(wish.Charset.AsSpan());
}
