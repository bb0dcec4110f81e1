using System.Net;
using Cooperator.GraphQL.Execution;
using Microsoft.Extensions.Logging;

namespace Cooperator.GraphQL.AspNetCore.WebSockets;

/// <summary>One operation of a connection, from its <c>subscribe</c> message to the last result or either side's <c>complete</c>.</summary>
internal sealed partial class SocketOperation(
    string id,
    RequestParameters parameters,
    RequestExecutor executor,
    ConnectionDecision connection,
    OperationScopes scopes,
    Outbox outbox,
    Subscribers subscribers,
    IPAddress? address,
    ILogger logger
) : IDisposable
{
    private readonly CancellationTokenSource _stopped = new();
    private volatile bool _idIsFree;
    private volatile bool _isUnwanted;

    public string Id => id;

    /// <summary>Ends when nothing of it runs any more.</summary>
    public Task Ended { get; set; } = Task.CompletedTask;

    /// <summary>Whether it goes on until someone ends it.</summary>
    public bool IsSubscription { get; private set; }

    /// <summary>Whether the client has said that it wants to hear no more of it, not even what waits to be sent.</summary>
    public bool IsUnwanted => _isUnwanted;

    /// <summary>Ends it for the client, who may use its id again at once.</summary>
    public void Abandon()
    {
        _isUnwanted = true;
        FreeId();
        Stop();
    }

    /// <summary>Ends it without another message.</summary>
    public void Stop()
    {
        try
        {
            _stopped.Cancel();
        }
        catch (ObjectDisposedException)
        {
            // It ended by itself in the meantime.
        }
    }

    /// <summary>Whether the client calls it so.</summary>
    public bool Is(string name) => string.Equals(id, name, StringComparison.Ordinal);

    /// <summary>Whether the client may not use this id for another one yet.</summary>
    public bool Holds(string taken) => !_idIsFree && Is(taken);

    /// <summary>Lets the client use the id again, though something of this one may still run.</summary>
    public void FreeId() => _idIsFree = true;

    /// <summary>Runs it to its end. Its id is free again before the client is told of the end.</summary>
    public async Task RunAsync()
    {
        var ct = _stopped.Token;
        try
        {
            var last = await ExecuteAsync(ct);
            FreeId();
            await outbox.EnqueueAsync(last, ct, this);
        }
        catch (OperationCanceledException) when (ct.IsCancellationRequested)
        {
            OperationStopped(logger, id);
        }
        finally
        {
            FreeId();
        }
    }

    public void Dispose() => _stopped.Dispose();

    /// <summary>Sends every result and gives the message that ends the operation.</summary>
    private async Task<PooledBuffer> ExecuteAsync(CancellationToken ct)
    {
        try
        {
            await using var scope = await scopes.OpenAsync(ct);
            await using var result = await executor.ExecuteAsync(CreateRequest(scope.ServiceProvider), ct);
            switch (result)
            {
                case OperationResult { HasData: false } failed:
                    return ServerMessage.Error(id, failed);
                case OperationResult single:
                    await outbox.EnqueueAsync(ServerMessage.Next(id, single), ct, this);
                    break;
                case IncrementalResult parts:
                    return await CopyAsync(parts, ct);
                case SubscriptionResult many:
                    IsSubscription = true;
                    using (var place = subscribers.TryEnter(connection.User, address))
                    {
                        return place is null
                            ? ServerMessage.Error(id, OperationResult.RequestError(subscribers.Refusal()))
                            : await CopyAsync(many, ct);
                    }
            }

            return ServerMessage.Complete(id);
        }
        catch (OperationCanceledException) when (ct.IsCancellationRequested)
        {
            throw;
        }
        catch (GraphQLException e)
        {
            return ServerMessage.Error(id, OperationResult.RequestError([.. e.Errors]));
        }
        catch (Exception e)
        {
            // The engine answers faults of resolvers with errors, so this is a fault of the host: the connection's other operations go on.
            OperationFailed(logger, e, id);
            return ServerMessage.Error(
                id,
                OperationResult.RequestError(new GraphQLError("Unexpected Execution Error"))
            );
        }
    }

    private async Task<PooledBuffer> CopyAsync(IncrementalResult parts, CancellationToken ct)
    {
        await foreach (var result in parts.ReadAsync(ct))
        {
            await using (result)
            {
                await outbox.EnqueueAsync(ServerMessage.Next(id, result), ct, this);
            }
        }

        return ServerMessage.Complete(id);
    }

    private async Task<PooledBuffer> CopyAsync(SubscriptionResult subscription, CancellationToken ct)
    {
        await foreach (var result in subscription.ReadAsync(ct))
        {
            await using (result)
            {
                if (!result.HasData)
                {
                    // The source failed; there is nothing to come.
                    return ServerMessage.Error(id, result);
                }

                await outbox.EnqueueAsync(ServerMessage.Next(id, result), ct, this);
            }
        }

        return ServerMessage.Complete(id);
    }

    private OperationRequest CreateRequest(IServiceProvider services) =>
        new()
        {
            Document = parameters.Document,
            DocumentId = parameters.DocumentId,
            OperationName = parameters.OperationName,
            Variables = parameters.Variables,
            Extensions = parameters.Extensions,
            Services = services,
            User = connection.User,
            Items = new Dictionary<string, object?>(connection.Items, StringComparer.Ordinal),
            AcceptsParts = true,
            EventScopes = scopes.OpenAsync,
        };

    [LoggerMessage(LogLevel.Debug, "The WebSocket operation {Id} was stopped.")]
    private static partial void OperationStopped(ILogger logger, string id);

    [LoggerMessage(LogLevel.Error, "The WebSocket operation {Id} failed.")]
    private static partial void OperationFailed(ILogger logger, Exception exception, string id);
}
