using System.Net.WebSockets;
using System.Threading.Channels;

namespace Cooperator.GraphQL.AspNetCore.WebSockets;

/// <summary>
/// The messages that wait for one client, sent one after another. It holds a bounded number; whoever adds one more waits.
/// A client that does not take a message in time is reported as too slow, and cut off when it does not recover.
/// </summary>
internal sealed class Outbox : IDisposable
{
    // How long everything may take that is still sent once the connection closes, the close frame included.
    private static readonly TimeSpan CloseTimeout = TimeSpan.FromSeconds(5);

    private readonly Channel<Waiting> _messages;
    private readonly WebSocket _socket;
    private readonly TimeSpan _sendTimeout;
    private readonly Action _tooSlow;
    private readonly ITimer _deadline;
    private volatile Closure? _closure;
    private bool _isClosing;

    public Outbox(WebSocket socket, GraphQLWebSocketOptions options, TimeProvider time, Action tooSlow)
    {
        _socket = socket;
        _sendTimeout = options.SlowClientTimeout;
        _tooSlow = tooSlow;
        _messages = Channel.CreateBounded<Waiting>(new BoundedChannelOptions(options.MaxQueuedMessages));
        _deadline = time.CreateTimer(
            static outbox => ((Outbox)outbox!).OnDeadline(),
            this,
            Timeout.InfiniteTimeSpan,
            Timeout.InfiniteTimeSpan
        );
    }

    /// <summary>Adds a message, waiting for room. After <see cref="Close"/> messages are dropped.</summary>
    /// <param name="message">The message.</param>
    /// <param name="ct">Ends waiting for room.</param>
    /// <param name="operation">Whose it is: it is sent as long as the client wants to hear of that.</param>
    public async ValueTask EnqueueAsync(PooledBuffer message, CancellationToken ct, SocketOperation? operation = null)
    {
        try
        {
            await _messages.Writer.WriteAsync(new Waiting(message, operation), ct);
        }
        catch (ChannelClosedException)
        {
            message.Dispose();
        }
        catch
        {
            message.Dispose();
            throw;
        }
    }

    /// <summary>Takes no more messages; what waits is still sent, unless the client is too slow for it, and then the close frame.</summary>
    public void Close(Closure closure)
    {
        _closure = closure;
        _messages.Writer.TryComplete();
        if (closure.Code == CloseCode.TooSlow)
        {
            Drop();
        }
    }

    /// <summary>Sends until closed, then sends the close frame.</summary>
    /// <exception cref="WebSocketException">The connection is broken.</exception>
    public async Task RunAsync()
    {
        try
        {
            // Not by an enumerator, which every idle connection would hold.
            while (await _messages.Reader.WaitToReadAsync())
            {
                while (_messages.Reader.TryRead(out var waiting))
                {
                    using var message = waiting.Message;
                    if (waiting.Operation is not { IsUnwanted: true })
                    {
                        await SendAsync(message);
                    }
                }
            }

            if (_closure is { } closure && _socket.State is WebSocketState.Open or WebSocketState.CloseReceived)
            {
                Begin();
                await _socket.CloseOutputAsync(
                    (WebSocketCloseStatus)(int)closure!.Code,
                    closure.ShortReason,
                    CancellationToken.None
                );
            }
        }
        finally
        {
            Disarm();
            _messages.Writer.TryComplete();
            Drop();
        }
    }

    public void Dispose() => _deadline.Dispose();

    private async ValueTask SendAsync(PooledBuffer message)
    {
        Begin();
        await _socket.SendAsync(message.Written, WebSocketMessageType.Text, endOfMessage: true, CancellationToken.None);
        if (!_isClosing)
        {
            Disarm();
        }
    }

    // Each message has its time; all that is sent while closing have one time together.
    private void Begin()
    {
        if (_closure is null)
        {
            Arm(_sendTimeout);
        }
        else if (!_isClosing)
        {
            _isClosing = true;
            Arm(CloseTimeout);
        }
    }

    private void OnDeadline()
    {
        if (_closure is not null)
        {
            // It had its last chance.
            _socket.Abort();
            return;
        }

        Arm(CloseTimeout);
        _tooSlow();
    }

    private void Arm(TimeSpan time) => _deadline.Change(time, Timeout.InfiniteTimeSpan);

    private void Disarm() => _deadline.Change(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);

    private void Drop()
    {
        while (_messages.Reader.TryRead(out var waiting))
        {
            waiting.Message.Dispose();
        }
    }

    private readonly record struct Waiting(PooledBuffer Message, SocketOperation? Operation);
}
