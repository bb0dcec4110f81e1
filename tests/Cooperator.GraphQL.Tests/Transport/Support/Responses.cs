using System.Net;

namespace Cooperator.GraphQL.Tests.Transport.Support;

/// <summary>What tests compare of a response: status, media type and text in one line.</summary>
internal static class Responses
{
    public static async Task<string> SummaryAsync(this HttpResponseMessage response)
    {
        var type = response.Content.Headers.ContentType?.MediaType ?? "nothing";
        return $"{(int)response.StatusCode} {type} {await response.Content.ReadAsStringAsync()}";
    }

    public static async Task ShouldBeAsync(
        this HttpResponseMessage response,
        HttpStatusCode status,
        string mediaType,
        string text
    ) => Assert.Equal($"{(int)status} {mediaType} {text}", await response.SummaryAsync());
}
