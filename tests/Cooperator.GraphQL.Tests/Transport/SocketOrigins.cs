using System.Net.WebSockets;
using Cooperator.GraphQL.Tests.Transport.Support;

namespace Cooperator.GraphQL.Tests.Transport;

/// <summary>Which pages may open sockets.</summary>
public sealed class SocketOrigins : IAsyncLifetime
{
    private TransportServer _server = null!;

    public async ValueTask InitializeAsync() =>
        _server = await TransportServer.StartAsync(o => o.WebSockets.AllowedOrigins.Add("https://coop.example"));

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    [Theory]
    [InlineData("own", true)]
    [InlineData("https://coop.example", true)]
    [InlineData("https://evil.example", false)]
    [InlineData(null, true)]
    public async Task With_cookies_only_known_origins_connect(string? origin, bool expected) =>
        Assert.Equal(expected, await ConnectsAsync(origin, cookie: true));

    [Theory]
    [InlineData("null")]
    [InlineData("http://127.0.0.1:1")]
    [InlineData("not an origin")]
    public async Task With_cookies_an_origin_that_is_nearly_right_is_refused(string origin) =>
        Assert.False(await ConnectsAsync(origin, cookie: true));

    [Fact]
    public async Task Without_cookies_any_origin_connects() =>
        Assert.True(await ConnectsAsync("https://evil.example", cookie: false));

    private async Task<bool> ConnectsAsync(string? origin, bool cookie)
    {
        try
        {
            using var client = await SocketClient.ConnectAsync(
                _server,
                options =>
                {
                    if (origin is not null)
                    {
                        options.SetRequestHeader(
                            "Origin",
                            origin == "own" ? _server.Url.GetLeftPart(UriPartial.Authority) : origin
                        );
                    }

                    if (cookie)
                    {
                        options.SetRequestHeader("Cookie", "session=1");
                    }
                }
            );
            return true;
        }
        catch (WebSocketException e)
        {
            Assert.Contains("'403'", e.Message, StringComparison.Ordinal);
            return false;
        }
    }
}
