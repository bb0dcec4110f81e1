using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace Cooperator.GraphQL.AspNetCore.Http;

/// <summary>What the <c>Accept</c> header of a request lets the server answer with.</summary>
/// <param name="Format">The best format for a single result.</param>
/// <param name="AcceptsEvents">Whether a subscription may be answered with an event stream.</param>
/// <param name="Parts">The format for a response in parts: <see cref="ResponseFormat.None"/> unless one is named. A wildcard does not mean that.</param>
internal readonly record struct Negotiation(ResponseFormat Format, bool AcceptsEvents, ResponseFormat Parts)
{
    private const string Multipart = "multipart/mixed";
    private static readonly Negotiation JsonOnly = new(
        ResponseFormat.Json,
        AcceptsEvents: false,
        Parts: ResponseFormat.None
    );

    // In the order the server prefers when the client has no preference. Clients that name both JSON formats mean the newer one;
    // clients that name a JSON format and one for several results mean the latter for operations that need it.
    private static readonly (ResponseFormat Format, string MediaType)[] Offers =
    [
        (ResponseFormat.Html, "text/html"),
        (ResponseFormat.GraphQLResponse, "application/graphql-response+json"),
        (ResponseFormat.Json, "application/json"),
        (ResponseFormat.Multipart, Multipart),
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
        var parts = (Format: ResponseFormat.None, Weight: 0d);
        foreach (var (format, mediaType) in Offers)
        {
            var (weight, precision) = Weigh(mediaType, wishes);
            acceptsEvents |= format == ResponseFormat.EventStream && weight > 0;
            var carriesParts = format is ResponseFormat.Multipart or ResponseFormat.EventStream;
            if (carriesParts && precision == 3 && weight > parts.Weight)
            {
                parts = (format, weight);
            }

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

        return new Negotiation(best.Format, acceptsEvents, parts.Format);
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
            return mediaType == Multipart && !SpeaksOurDelivery(wish) ? 0 : 3;
        }

        return
            wish.MatchesAllSubTypes
            && mediaType
                .AsSpan(0, mediaType.IndexOf('/', StringComparison.Ordinal))
                .Equals(wish.Type.AsSpan(), StringComparison.OrdinalIgnoreCase)
            ? 2
            : 0;
    }

    /// <summary>Clients may say which draft of incremental delivery they understand; there is one here, that of graphql-js 17.</summary>
    private static bool SpeaksOurDelivery(MediaTypeHeaderValue wish) =>
        !wish.Parameters.Any(parameter =>
            parameter.Name.Equals("deferSpec", StringComparison.OrdinalIgnoreCase)
            || (
                parameter.Name.Equals("incrementalSpec", StringComparison.OrdinalIgnoreCase)
                && !parameter.Value.AsSpan().Trim('"').SequenceEqual("v0.2")
            )
        );

    private static bool SpeaksUtf8(MediaTypeHeaderValue wish) =>
        !wish.Charset.HasValue || Charsets.IsUtf8(wish.Charset.AsSpan());
}
