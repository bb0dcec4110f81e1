using Cooperator.GraphQL.Execution;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Cooperator.GraphQL.AspNetCore.Sse;

/// <summary>
/// One response written as events: <c>next</c> for each result, <c>complete</c> at the end, comments while nothing happens.
/// A stream that ends without <c>complete</c> was cut, and a client may ask again.
/// </summary>
internal sealed partial class EventStream(
    HttpContext http,
    TimeSpan keepAlive,
    Subscribers subscribers,
    IServiceScopeFactory scopeFactory,
    TimeProvider time,
    ILogger<EventStream> logger,
    CancellationToken stopping
)
{
    private ConnectionDecision? _accepted;

    private ConnectionDecision Accepted =>
        _accepted ?? throw new InvalidOperationException("A subscription begins with the stream being accepted.");

    /// <summary>Asks who the subscription runs for, before anything of it does.</summary>
    /// <exception cref="MalformedRequestException">The connection is not accepted; nothing has been written.</exception>
    public async ValueTask<Subscriber> AcceptAsync(CancellationToken ct)
    {
        if (http.RequestServices.GetService<IConnectionInterceptor>() is not { } interceptor)
        {
            _accepted = ConnectionDecision.Accept(http.User);
        }
        else
        {
            var decision = await interceptor.OnConnectAsync(http, payload: null, ct);
            _accepted = decision.Rejection is { } reason
                ? throw new MalformedRequestException(reason, StatusCodes.Status403Forbidden)
                : decision;
        }

        return new Subscriber(_accepted.User, _accepted.Items);
    }

    /// <summary>Opens the scope of one event.</summary>
    public ValueTask<AsyncServiceScope> OpenScopeAsync(CancellationToken ct) =>
        new OperationScopes(scopeFactory, Accepted).OpenAsync(ct);

    /// <summary>Writes a stream of one result.</summary>
    public async Task WriteAsync(OperationResult result)
    {
        Begin();
        using var buffer = new PooledBuffer();
        EventFrames.WriteNext(http.Response.BodyWriter, buffer, result);
        EventFrames.WriteComplete(http.Response.BodyWriter);
        await http.Response.BodyWriter.FlushAsync(http.RequestAborted);
    }

    /// <summary>Writes a subscription's results until it ends, the client leaves, its credentials end, or the server stops.</summary>
    /// <exception cref="MalformedRequestException">There are too many; nothing has been written.</exception>
    public async Task WriteAsync(SubscriptionResult subscription)
    {
        var decision = Accepted;
        using var place =
            subscribers.TryEnter(decision.User, http.Connection.RemoteIpAddress)
            ?? throw new MalformedRequestException(subscribers.Refusal().Message, StatusCodes.Status429TooManyRequests);
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(
            http.RequestAborted,
            stopping,
            decision.Withdrawn
        );
        using var expiry = decision.Expires is { } expires ? new Alarm(time, expires, () => Expire(ended)) : null;
        Begin();
        // Some browsers take a stream for open only when it has a first byte.
        await CommentAsync();
        try
        {
            await CopyAsync(subscription.ReadAsync(ended.Token), ended);
        }
        catch (OperationCanceledException) when (ended.IsCancellationRequested)
        {
            StreamCut(logger);
        }
    }

    /// <summary>Writes the results of an operation that is answered in parts. It is finished when the server stops, as any request is.</summary>
    public async Task WriteAsync(IncrementalResult parts)
    {
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(http.RequestAborted);
        Begin();
        await CopyAsync(parts.ReadAsync(ended.Token), ended);
    }

    // Nothing may be thrown on the timer's thread, be it by whoever listens to the token.
    private static void Expire(CancellationTokenSource ended)
    {
        try
        {
            _ = ended.CancelAsync();
        }
        catch (ObjectDisposedException)
        {
            // The stream ended by itself in the meantime.
        }
    }

    private void Begin()
    {
        http.Features.Get<IHttpResponseBodyFeature>()?.DisableBuffering();
        http.Response.StatusCode = StatusCodes.Status200OK;
        http.Response.ContentType = "text/event-stream; charset=utf-8";
        // Asks nginx and its relatives to pass events on at once.
        http.Response.Headers["X-Accel-Buffering"] = "no";
    }

    private async Task CopyAsync(IAsyncEnumerable<OperationResult> all, CancellationTokenSource ended)
    {
        using var timer = new PeriodicTimer(keepAlive, time);
        using var buffer = new PooledBuffer();
        await using var results = all.GetAsyncEnumerator(ended.Token);
        var next = results.MoveNextAsync().AsTask();
        try
        {
            var tick = timer.WaitForNextTickAsync(CancellationToken.None).AsTask();
            while (true)
            {
                while (!next.IsCompleted && await Task.WhenAny(next, tick) == tick)
                {
                    tick = timer.WaitForNextTickAsync(CancellationToken.None).AsTask();
                    await CommentAsync();
                }

                if (!await next)
                {
                    EventFrames.WriteComplete(http.Response.BodyWriter);
                    await http.Response.BodyWriter.FlushAsync(http.RequestAborted);
                    return;
                }

                await using var result = results.Current;
                buffer.Clear();
                EventFrames.WriteNext(http.Response.BodyWriter, buffer, result);
                await http.Response.BodyWriter.FlushAsync(ended.Token);
                next = results.MoveNextAsync().AsTask();
            }
        }
        finally
        {
            // An enumerator must not be disposed while it moves.
            await ended.CancelAsync();
            await ((Task)next).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task CommentAsync()
    {
        EventFrames.WriteComment(http.Response.BodyWriter);
        await http.Response.BodyWriter.FlushAsync(http.RequestAborted);
    }

    [LoggerMessage(
        LogLevel.Debug,
        "An event stream was cut: the client left, its credentials ended, or the server stops."
    )]
    private static partial void StreamCut(ILogger logger);
}
