using System.Net;
using System.Text;
using Cooperator.GraphQL.Tests.Transport.Support;

namespace Cooperator.GraphQL.Tests.Transport;

/// <summary>How large a request may be, and which methods a host may switch off.</summary>
public sealed class HttpLimits
{
    private const string TooLong =
        """{"errors":[{"message":"The request body must not be longer than 1000 bytes."}]}""";

    [Fact]
    public async Task A_body_of_the_greatest_length_is_read()
    {
        await using var server = await TransportServer.StartAsync(o => o.MaxRequestBodySize = 1000);
        using var response = await server.PostAsync("""{"query":"{ hello }"}""".PadRight(1000));
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
    }

    [Fact]
    public async Task A_longer_body_is_413()
    {
        await using var server = await TransportServer.StartAsync(o => o.MaxRequestBodySize = 1000);
        using var response = await server.PostAsync("""{"query":"{ hello }"}""".PadRight(1001));
        await response.ShouldBeAsync(HttpStatusCode.RequestEntityTooLarge, "application/json", TooLong);
    }

    [Fact]
    public async Task A_longer_body_of_unknown_length_is_413()
    {
        await using var server = await TransportServer.StartAsync(o => o.MaxRequestBodySize = 1000);
        using var body = new MemoryStream(Encoding.UTF8.GetBytes("""{"query":"{ hello }"}""".PadRight(5000)));
        using var content = new StreamContent(body);
        content.Headers.ContentType = new("application/json");
        using var request = new HttpRequestMessage(HttpMethod.Post, server.Url) { Content = content };
        request.Headers.TransferEncodingChunked = true;
        using var response = await server.SendAsync(request);
        await response.ShouldBeAsync(HttpStatusCode.RequestEntityTooLarge, "application/json", TooLong);
    }

    [Fact]
    public async Task A_body_that_is_refused_does_not_end_the_connection()
    {
        var connections = new List<string>();
        await using var server = await TransportServer.StartAsync(before: http =>
        {
            connections.Add(http.Connection.Id);
            return Task.CompletedTask;
        });
        foreach (var body in new[] { "{", """{"query":"{ hello }"}""", "[]", """{"query":"{ hello }"}""" })
        {
            using var response = await server.PostAsync(body);
            await response.Content.ReadAsStringAsync();
        }

        Assert.Equal(4, connections.Count);
        Assert.Single(connections.Distinct());
    }

    [Fact]
    public async Task A_host_may_switch_GET_off()
    {
        await using var server = await TransportServer.StartAsync(o => o.AllowGet = false);
        using var response = await server.GetAsync("?query=%7Bhello%7D");
        Assert.Equal(HttpStatusCode.MethodNotAllowed, response.StatusCode);
        Assert.Equal(["POST"], response.Content.Headers.Allow);
    }

    [Fact]
    public async Task A_setting_out_of_its_range_stops_the_start()
    {
        var fault = await Assert.ThrowsAsync<System.ComponentModel.DataAnnotations.ValidationException>(() =>
            TransportServer.StartAsync(o => o.WebSockets.MaxOperations = 0)
        );
        Assert.Contains("MaxOperations", fault.Message, StringComparison.Ordinal);
    }
}
