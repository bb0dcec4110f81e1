using System.Net;
using Cooperator.Api.Platform.Http;

namespace Cooperator.Api.Features.Webhooks;

/// <summary>Calls receivers and bears with whatever they are: slow, talkative, or not what they seem.</summary>
internal sealed class WebhookClient(WebhookSettings settings) : IDisposable
{
    /// <summary>What a receiver says is of no interest; this much is read, so that the connection can be used again.</summary>
    private const int MostRead = 64 * 1024;

    private readonly HttpClient _http = new(OutsideConnections.Handler(settings.AllowInside))
    {
        Timeout = Timeout.InfiniteTimeSpan,
    };

    public async Task<HttpStatusCode> SendAsync(HttpRequestMessage request, CancellationToken ct)
    {
        // For everything together: a receiver that sends a byte each second is not waited for either.
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(ct);
        patience.CancelAfter(TimeSpan.FromSeconds(settings.TimeoutSeconds));
        request.Headers.UserAgent.ParseAdd("theCooperator");
        using var answer = await _http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, patience.Token);
        await DropAsync(answer, patience.Token);
        return answer.StatusCode;
    }

    public void Dispose() => _http.Dispose();

    private static async Task DropAsync(HttpResponseMessage answer, CancellationToken ct)
    {
        await using var body = await answer.Content.ReadAsStreamAsync(ct);
        var buffer = new byte[8 * 1024];
        for (var (read, total) = (0, 0); total < MostRead; total += read)
        {
            read = await body.ReadAsync(buffer, ct);
            if (read == 0)
            {
                return;
            }
        }
    }
}
