namespace Cooperator.GraphQL.Execution;

/// <summary>Delivers what the first result has left, see "Incremental Delivery" in the specification's draft, until nothing is left.</summary>
internal sealed class IncrementalDelivery : IAsyncDisposable
{
    private readonly OperationContext _operation;
    private readonly IncrementalOutput _output;
    private readonly DividedWork _left;
    private readonly PayloadWriter _payload = new();
    private readonly PartRuns _runs;
    private readonly DeliveryGraph _graph;

    public IncrementalDelivery(OperationContext operation, IncrementalOutput output, DividedWork left)
    {
        _operation = operation;
        _output = output;
        _left = left;
        _runs = new PartRuns(operation, left, _payload);
        _graph = new DeliveryGraph(_payload, _runs);
    }

    /// <summary>
    /// Sends the first result and all others but the last. That one, which tells the end, is left in the output: it must not be sent before everything
    /// around the operation has ended well.
    /// </summary>
    /// <returns>Whether anything was sent; otherwise the first result is the only one.</returns>
    public async ValueTask<bool> DeliverAsync(OperationResult first, ResultNode root)
    {
        _graph.Add(_left.Take(root));
        if (!_graph.IsOpen)
        {
            return false;
        }

        first.AddPending(_payload.TakePending());
        _output.Payload = _payload;
        await _output.SendAsync(first, _operation.CancellationToken).ConfigureAwait(false);
        _left.BeforeWaiting = BeforeWaitingAsync;
        while (_graph.IsOpen)
        {
            await StepAsync().ConfigureAwait(false);
        }

        while (_runs.IsWaiting)
        {
            // Nobody wants it any more, but nothing may go on when the operation has ended.
            await _runs.ResumeAsync([]).ConfigureAwait(false);
        }

        return true;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var stream in _left.Streams)
        {
            await stream.CloseAsync().ConfigureAwait(false);
        }

        _runs.Dispose();
    }

    private async ValueTask StepAsync()
    {
        _operation.CancellationToken.ThrowIfCancellationRequested();
        if (await _runs.StartWantedAsync().ConfigureAwait(false))
        {
            Settle();
        }
        else if (_graph.Streams.Exists(stream => stream.HasMore))
        {
            // What is done need not wait for the items of lists.
            await FlushAsync().ConfigureAwait(false);
            foreach (var stream in _graph.Streams.FindAll(stream => stream.HasMore))
            {
                await ReadAsync(stream).ConfigureAwait(false);
            }

            Settle();
        }
        else
        {
            List<Task> moving = [.. _graph.Streams.Select(stream => stream.Moving).OfType<Task>()];
            if (!_runs.IsWaiting && moving.Count == 0)
            {
                throw new InvalidOperationException("Something is pending that nothing is done for.");
            }

            await _runs.ResumeAsync(moving).ConfigureAwait(false);
            Settle();
        }
    }

    private async ValueTask ReadAsync(StreamedList stream)
    {
        try
        {
            await _runs.StartNextAsync(stream).ConfigureAwait(false);
        }
        catch (Exception exception) when (!_operation.CancellationToken.IsCancellationRequested)
        {
            // What came before is delivered; the source itself is broken.
            stream.Errors = _operation.ErrorsOf(stream, exception);
        }
    }

    /// <summary>Tells the client what is done.</summary>
    private void Settle()
    {
        var waiting = _runs.Waiting();
        foreach (var part in _runs.TakeDone(waiting))
        {
            if (!part.IsWanted)
            {
                // The failure of another part, a moment ago, has taken its group away.
                continue;
            }

            if (part.Root!.IsDropped)
            {
                _graph.Fail(part, part.Root.Errors!.Errors[^1]);
            }
            else
            {
                _graph.Succeed(part, _runs.Left(part.Root));
            }
        }

        foreach (var stream in _graph.Streams.ToArray())
        {
            Settle(stream, waiting);
        }
    }

    private void Settle(StreamedList stream, HashSet<ResultNode> waiting)
    {
        var items = new List<PartRoot>();
        while (stream.Running.TryPeek(out var item) && PartRuns.IsDone(item, waiting) && !item.IsDropped)
        {
            items.Add(stream.Running.Dequeue());
        }

        if (items.Count > 0)
        {
            _runs.Deliver(stream, items);
            _graph.Add([.. items.Select(_runs.Left)]);
        }

        if (stream.Running.TryPeek(out var broken) && broken.IsDropped)
        {
            _graph.Complete(stream, broken.Errors!.Errors[^1]);
            while (stream.Running.TryDequeue(out var unwanted))
            {
                _runs.Abandon(unwanted);
            }
        }
        else if (stream.IsDone)
        {
            _graph.Complete(stream, stream.Errors);
        }
    }

    private ValueTask BeforeWaitingAsync()
    {
        if (_runs.CanSettle)
        {
            Settle();
        }

        return FlushAsync();
    }

    private async ValueTask FlushAsync()
    {
        if (!_payload.IsEmpty)
        {
            var result = OperationResult.Later(_payload.Take(hasNext: true));
            await _output.SendAsync(result, _operation.CancellationToken).ConfigureAwait(false);
        }
    }
}
