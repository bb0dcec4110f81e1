using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Cooperator.GraphQL.AspNetCore;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Cooperator.GraphQL.Tests.Transport.Support;

/// <summary>A real Kestrel on a free loopback port, with the probe's schema.</summary>
public sealed class TransportServer : IAsyncDisposable
{
    private readonly WebApplication _app;

    private TransportServer(WebApplication app)
    {
        _app = app;
        Url = new Uri(new Uri(app.Urls.First()), "/graphql");
        Client = new HttpClient { BaseAddress = Url };
        Probe = app.Services.GetRequiredService<Probe>();
    }

    public Uri Url { get; }

    public HttpClient Client { get; }

    public Probe Probe { get; }

    public static async Task<TransportServer> StartAsync(
        Action<GraphQLTransportOptions>? configure = null,
        Action<IServiceCollection>? services = null,
        RequestDelegate? before = null
    )
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services.AddSingleton<Probe>();
        builder.Services.AddScoped<ProbeScope>();
        builder.Services.Configure(configure ?? (_ => { }));
        builder.Services.AddGraphQLServer();
        builder.Services.AddSingleton(ProbeSchema.Build());
        services?.Invoke(builder.Services);
        var app = builder.Build();
        if (before is not null)
        {
            app.Use(
                async (http, next) =>
                {
                    await before(http);
                    await next(http);
                }
            );
        }

        app.MapGraphQL();
        await app.StartAsync();
        return new TransportServer(app);
    }

    /// <summary>Posts a body as it is.</summary>
    public async Task<HttpResponseMessage> PostAsync(
        string body,
        string? accept = null,
        string contentType = "application/json"
    )
    {
        using var content = new ByteArrayContent(Encoding.UTF8.GetBytes(body));
        if (contentType.Length > 0)
        {
            content.Headers.ContentType = MediaTypeHeaderValue.Parse(contentType);
        }

        return await PostAsync(content, accept);
    }

    /// <summary>Posts a content.</summary>
    public async Task<HttpResponseMessage> PostAsync(HttpContent content, string? accept = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, Url) { Content = content };
        return await SendAsync(request, accept);
    }

    /// <summary>Gets the endpoint with a query string.</summary>
    public async Task<HttpResponseMessage> GetAsync(
        string queryString,
        string? accept = null,
        params (string Name, string Value)[] headers
    )
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(Url, queryString));
        foreach (var (name, value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        return await SendAsync(request, accept);
    }

    public async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, string? accept = null)
    {
        if (accept is not null)
        {
            request.Headers.TryAddWithoutValidation("Accept", accept);
        }

        return await Client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
    }

    /// <summary>Stops the server as a host does, and waits until it has.</summary>
    public Task StopAsync() => _app.StopAsync();

    public async ValueTask DisposeAsync()
    {
        Probe.OpenGate();
        Client.Dispose();
        await _app.DisposeAsync();
    }
}
