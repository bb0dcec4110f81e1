namespace Cooperator.GraphQL.Execution;

/// <summary>Delivers what the first result has left, see "Incremental Delivery" in the specification's draft, until nothing is left.</summary>
internal sealed class IncrementalDelivery : IDisposable
{
    private readonly OperationContext _operation;
    private readonly IncrementalOutput _output;
    private readonly DividedWork _left;
    private readonly PayloadWriter _payload = new();
    private readonly PartRuns _runs;
    private readonly DeliveryGraph _graph;
    private bool _hasJustRead;

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

        // Nobody wants what is left any more, but nothing may go on when the operation has ended. Sequences too may wait for loaders.
        var closing = _left.Sequences.CloseAsync();
        while (_runs.IsWaiting || !closing.IsCompleted)
        {
            await _runs.ResumeAsync(closing.IsCompleted ? [] : [closing]).ConfigureAwait(false);
        }

        return true;
    }

    /// <summary>Lets everything come to its end that was begun, when nothing more can be delivered.</summary>
    public ValueTask AbandonAsync(Exception reason) => _runs.AbandonAsync(reason);

    public void Dispose() => _runs.Dispose();

    private async ValueTask StepAsync()
    {
        _operation.CancellationToken.ThrowIfCancellationRequested();
        if (await _runs.StartWantedAsync().ConfigureAwait(false))
        {
            Settle();
        }
        else
        {
            await ReadOrResumeAsync().ConfigureAwait(false);
            Settle();
        }
    }

    private async ValueTask ReadOrResumeAsync()
    {
        var ready = new List<StreamedList>();
        var moving = new List<Task>();
        foreach (var stream in _graph.Streams.FindAll(stream => stream.WantsItems))
        {
            // Looked at once: an item that comes in this moment is either read now or ends the wait.
            if (stream.Moving is { IsCompleted: false } next)
            {
                moving.Add(next);
            }
            else
            {
                ready.Add(stream);
            }
        }

        // By turns, for a list may have no end: then who waits for a loader would wait for ever.
        _hasJustRead = ready.Count > 0 && !(_hasJustRead && _runs.IsWaiting);
        if (_hasJustRead)
        {
            // What is done need not wait for the items of lists.
            await FlushAsync().ConfigureAwait(false);
            foreach (var stream in ready)
            {
                await _runs.StartNextAsync(stream).ConfigureAwait(false);
            }
        }
        else if (_runs.IsWaiting || moving.Count > 0)
        {
            await _runs.ResumeAsync(ready.Count > 0 ? [Task.CompletedTask] : moving).ConfigureAwait(false);
        }
        else
        {
            throw new InvalidOperationException("Something is pending that nothing is done for.");
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
            _operation.CancellationToken.ThrowIfCancellationRequested();
            _graph.Complete(stream, stream.Failure is { } failure ? _operation.ErrorsOf(stream, failure) : []);
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
