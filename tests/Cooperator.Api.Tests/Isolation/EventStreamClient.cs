using System.Net.Http.Json;
using System.Text.Json;
using Cooperator.Api.Platform.Events;
using Cooperator.Api.Tests.Identity;
using Microsoft.Extensions.DependencyInjection;

namespace Cooperator.Api.Tests.Isolation;

/// <summary>A subscription over server-sent events; it is open as soon as the answer has begun, so no event is lost.</summary>
internal sealed class EventStreamClient : IAsyncDisposable
{
    private readonly HttpResponseMessage _answer;
    private readonly StreamReader _lines;

    private EventStreamClient(HttpResponseMessage answer, StreamReader lines) => (_answer, _lines) = (answer, lines);

    public static async Task<EventStreamClient> OpenAsync(
        IServiceProvider services,
        HttpClient client,
        string query,
        string coop = "lindenhof"
    )
    {
        await services.GetRequiredService<EventRelay>().Listening.WaitAsync(TimeSpan.FromMinutes(3));
        using var request = new HttpRequestMessage(HttpMethod.Post, "/graphql")
        {
            Content = JsonContent.Create(new { query }),
        };
        request.Headers.Add("Cooperator-Coop", coop);
        request.Headers.Add("Accept", "text/event-stream");
        var answer = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        return new EventStreamClient(answer, new StreamReader(await answer.Content.ReadAsStreamAsync()));
    }

    /// <summary>Whether the subscription was taken: an open stream says so before there is anything to tell.</summary>
    public async Task<bool> BeginsWithCommentAsync()
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(3));
        return await _lines.ReadLineAsync(patience.Token) == ":";
    }

    /// <summary>The next result; undefined when the stream is over.</summary>
    public async Task<JsonElement> NextAsync()
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(3));
        while (await _lines.ReadLineAsync(patience.Token) is { } line)
        {
            if (line.StartsWith("data: {", StringComparison.Ordinal))
            {
                return JsonDocument.Parse(line["data: ".Length..]).RootElement;
            }

            if (line == "event: complete")
            {
                return default;
            }
        }

        return default;
    }

    public ValueTask DisposeAsync()
    {
        _lines.Dispose();
        _answer.Dispose();
        return ValueTask.CompletedTask;
    }
}
