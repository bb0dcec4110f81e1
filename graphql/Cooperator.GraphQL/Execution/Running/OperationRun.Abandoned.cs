namespace Cooperator.GraphQL.Execution;

/// <summary>Comes to an end without a result.</summary>
internal sealed partial class OperationRun
{
    /// <summary>
    /// Starts nothing more and waits for what was started: nothing may go on when the operation has ended. Who waits for a loader is told why there is
    /// nothing to wait for, and can clean up; batches on their way are awaited, for others may wait for them.
    /// </summary>
    public async ValueTask AbandonAsync(Exception reason)
    {
        _frames.Clear();
        var closing = _divided?.Sequences.CloseAsync() ?? Task.CompletedTask;
        while (true)
        {
            // Seen before anybody is continued: whoever goes on may ask a loader again.
            var seenRequests = _operation.Scheduler.Requests;
            while (_nextBatches.TryDequeue(out var batch))
            {
                batch.Fail(reason);
            }

            _operation.Scheduler.Abandon(reason);
            CompleteBatches();
            var unfinished = Unfinished(closing);
            if (unfinished.Count == 0)
            {
                break;
            }

            unfinished.Add(_operation.Scheduler.RequestedAsync(seenRequests));
            await Task.WhenAny(unfinished).ConfigureAwait(false);
        }

        _waiting.ForEach(pending => Discard(pending.Task));
        _spare.ForEach(pending => Discard(pending.Task));
    }

    private List<Task> Unfinished(Task closing)
    {
        // While waiting fields are continued one after another, the others are among the spare ones.
        List<Task> unfinished =
        [
            closing,
            .. _waiting.Select(pending => pending.Task),
            .. _spare.Select(pending => pending.Task),
        ];
        unfinished.RemoveAll(task => task.IsCompleted);
        unfinished.AddRange(_batches.Select(batch => batch.Task));
        return unfinished;
    }
}
