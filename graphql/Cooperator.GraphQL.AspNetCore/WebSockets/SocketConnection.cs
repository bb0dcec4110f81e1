using System.Net.WebSockets;
using Cooperator.GraphQL.Execution;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Cooperator.GraphQL.AspNetCore.WebSockets;

/// <summary>One connection of the <c>graphql-transport-ws</c> protocol, from the handshake to the close frame.</summary>
internal sealed partial class SocketConnection : IDisposable
{
    // How long a client may take to answer our close frame.
    private static readonly TimeSpan CloseTimeout = TimeSpan.FromSeconds(5);

    private readonly HttpContext _http;
    private readonly WebSocket _socket;
    private readonly SocketServices _services;
    private readonly GraphQLWebSocketOptions _options;
    private readonly SocketReader _reader;
    private readonly Outbox _outbox;
    private readonly RunningOperations _operations;
    private readonly CancellationTokenSource _ended = new();
    private readonly TaskCompletionSource<Closure> _closing = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private IDisposable? _timer;
    private CancellationTokenRegistration _withdrawal;
    private bool _initialised;
    private ConnectionDecision? _accepted;
    private OperationScopes? _scopes;

    public SocketConnection(HttpContext http, WebSocket socket, SocketServices services)
    {
        _http = http;
        _socket = socket;
        _services = services;
        _options = services.Options;
        _reader = new SocketReader(socket, _options.MaxMessageSize);
        _outbox = new Outbox(
            socket,
            _options,
            services.Time,
            () => Close(CloseCode.TooSlow, "Messages are read too slowly.")
        );
        _operations = new RunningOperations(_options.MaxOperations);
    }

    /// <summary>Serves the connection until either side ends it. Nothing of it runs any more afterwards.</summary>
    public async Task RunAsync()
    {
        _timer = CloseAt(
            _services.Time.GetUtcNow() + _options.ConnectionInitTimeout,
            CloseCode.ConnectionInitTimeout,
            "Connection initialisation timeout"
        );
        using var stopping = _services.Stopping.Register(() => _ = ShutDownAsync());
        var receiving = ReceiveAsync();
        var sending = _outbox.RunAsync();
        await Task.WhenAny(receiving, sending, _closing.Task);

        // A client that closed first is answered in kind.
        _closing.TrySetResult(new Closure(CloseCode.Normal, ""));
        await EndAsync(await _closing.Task, receiving, sending);
    }

    /// <summary>Ends a connection whose client asked for no protocol this server speaks.</summary>
    public Task RefuseAsync(Closure closure) => EndAsync(closure, _reader.DiscardAsync(), _outbox.RunAsync());

    public void Dispose()
    {
        _timer?.Dispose();
        _withdrawal.Dispose();
        _outbox.Dispose();
        _ended.Dispose();
    }

    private async Task EndAsync(Closure closure, Task receiving, Task sending)
    {
        await _ended.CancelAsync();
        await _operations.StopAsync();
        _outbox.Close(closure);
        await sending.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await Task.WhenAny(receiving, Task.Delay(CloseTimeout, _services.Time));
        // Frees a read that still waits for a client that does not answer.
        _socket.Abort();
        await receiving.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        ConnectionEnded(_services.Logger, closure.Code, closure.Reason);
    }

    private async Task ReceiveAsync()
    {
        try
        {
            while (await _reader.ReadAsync() is { } message)
            {
                using (message)
                {
                    await HandleAsync(ClientMessage.Read(message.Written));
                }
            }

            return;
        }
        catch (ProtocolException e)
        {
            _closing.TrySetResult(e.Closure);
        }
        catch (OperationCanceledException) when (_ended.IsCancellationRequested)
        {
            // The connection is being closed; the client's answer to the close frame is still to be read.
        }
        catch (Exception e) when (e is not WebSocketException)
        {
            ConnectionFailed(_services.Logger, e);
            Close(CloseCode.InternalServerError, "Internal server error");
        }

        await _reader.DiscardAsync();
    }

    private ValueTask HandleAsync(ClientMessage message) =>
        message.Type switch
        {
            ClientMessageType.ConnectionInit => InitialiseAsync(message),
            ClientMessageType.Ping => _outbox.EnqueueAsync(ServerMessage.Pong(message.Payload.Span), _ended.Token),
            ClientMessageType.Pong => ValueTask.CompletedTask,
            ClientMessageType.Subscribe => SubscribeAsync(message),
            ClientMessageType.Complete => Complete(message.Id!),
        };

    private async ValueTask InitialiseAsync(ClientMessage message)
    {
        if (_initialised)
        {
            throw new ProtocolException(CloseCode.TooManyInitialisationRequests, "Too many initialisation requests");
        }

        _initialised = true;
        _timer?.Dispose();
        _timer = null;
        var payload = message.ReadInitPayload();
        var decision = _http.RequestServices.GetService<IConnectionInterceptor>() is { } interceptor
            ? await interceptor.OnConnectAsync(_http, payload, _ended.Token)
            : ConnectionDecision.Accept(_http.User);
        if (decision.Rejection is { } reason)
        {
            throw new ProtocolException(CloseCode.Forbidden, reason);
        }

        _accepted = decision;
        _scopes = new OperationScopes(_services.Scopes, decision);
        if (decision.Expires is { } expires)
        {
            _timer = CloseAt(expires, CloseCode.Forbidden, "The credentials have expired.");
        }

        _withdrawal = decision.Withdrawn.Register(() => Close(CloseCode.Forbidden, "The credentials were withdrawn."));
        await _outbox.EnqueueAsync(ServerMessage.ConnectionAck(), _ended.Token);
    }

    private async ValueTask SubscribeAsync(ClientMessage message)
    {
        if (_accepted is null)
        {
            throw new ProtocolException(CloseCode.Unauthorized, "Unauthorized");
        }

        var id = message.Id!;
        var operation = new SocketOperation(
            id,
            message.ReadParameters(),
            _services.Executor,
            _accepted,
            _scopes!,
            _outbox,
            _services.Subscribers,
            _http.Connection.RemoteIpAddress,
            _services.Logger
        );
        var start = _operations.TryStart(operation);
        if (start == RunningOperations.Start.Started)
        {
            return;
        }

        operation.Dispose();
        switch (start)
        {
            case RunningOperations.Start.IdInUse:
                throw new ProtocolException(CloseCode.SubscriberAlreadyExists, $"Subscriber for {id} already exists");
            case RunningOperations.Start.TooMany:
                await _outbox.EnqueueAsync(ServerMessage.Error(id, TooManyOperations()), _ended.Token);
                break;
        }
    }

    private ValueTask Complete(string id)
    {
        _operations.Abandon(id);
        return ValueTask.CompletedTask;
    }

    private OperationResult TooManyOperations() =>
        OperationResult.RequestError(
            new GraphQLError($"A connection may run {_options.MaxOperations} operations at once.")
            {
                Extensions = new Dictionary<string, object?>(StringComparer.Ordinal)
                {
                    ["code"] = "TOO_MANY_OPERATIONS",
                },
            }
        );

    private async Task ShutDownAsync()
    {
        // No "complete" for subscriptions: it would tell clients that there is nothing more to come.
        await _operations.DrainAsync(_options.ShutdownTimeout, _services.Time);
        Close(CloseCode.GoingAway, "The server stops.");
    }

    private void Close(CloseCode code, string reason) => _closing.TrySetResult(new Closure(code, reason));

    private Alarm CloseAt(DateTimeOffset instant, CloseCode code, string reason) =>
        new(_services.Time, instant, () => Close(code, reason));

    [LoggerMessage(LogLevel.Debug, "A WebSocket connection ended: {Code} {Reason}")]
    private static partial void ConnectionEnded(ILogger logger, CloseCode code, string reason);

    [LoggerMessage(LogLevel.Error, "A WebSocket connection failed.")]
    private static partial void ConnectionFailed(ILogger logger, Exception exception);
}
