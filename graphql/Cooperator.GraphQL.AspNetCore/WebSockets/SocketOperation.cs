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

    public string Id => id;

    /// <summary>Whether it goes on until someone ends it.</summary>
    public bool IsSubscription { get; private set; }

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

    /// <summary>Runs it to its end. Its id is free again when <paramref name="freeId"/> is called, before the client is told of the end.</summary>
    public async Task RunAsync(Action<SocketOperation> freeId)
    {
        var ct = _stopped.Token;
        try
        {
            var last = await ExecuteAsync(ct);
            freeId(this);
            await outbox.EnqueueAsync(last, ct);
        }
        catch (OperationCanceledException) when (ct.IsCancellationRequested)
        {
            OperationStopped(logger, id);
        }
        finally
        {
            freeId(this);
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
                    await outbox.EnqueueAsync(ServerMessage.Next(id, single), ct);
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
                await outbox.EnqueueAsync(ServerMessage.Next(id, result), ct);
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

                await outbox.EnqueueAsync(ServerMessage.Next(id, result), ct);
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
