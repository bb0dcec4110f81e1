using System.Runtime.InteropServices;
using Cooperator.GraphQL.DataLoaders;

namespace Cooperator.GraphQL.Execution;

/// <summary>
/// Executes the selections of one operation, see sections 6.2 and 6.3 of the specification, as one logical thread: fields are resolved one after
/// another, depth first, in response order. A resolver that is not done at once is waited for before the next one starts, unless it waits for a data
/// loader: then it is set aside until nothing else can run, and the loaders load what the whole level asked for.
/// </summary>
internal sealed partial class OperationRun
{
    private readonly OperationContext _operation;
    private readonly JsonBuffer _buffer;
    private readonly ResultSlots _slots;
    private readonly DirectWriter _direct;
    private readonly List<Frame> _frames = [];
    private List<PendingField> _waiting = [];
    private List<PendingField> _spare = [];
    private readonly Queue<LoaderBatch> _nextBatches = [];
    private readonly List<RunningBatch> _batches = [];
    private readonly DividedWork? _divided;
    private bool _hasDropped;

    /// <param name="operation">The operation.</param>
    /// <param name="buffer">Takes the values.</param>
    /// <param name="slots">Takes the places of values.</param>
    /// <param name="divided">Takes what is left for later parts of the response; null for an operation that is not divided.</param>
    public OperationRun(OperationContext operation, JsonBuffer buffer, ResultSlots slots, DividedWork? divided = null)
    {
        _divided = divided;
        _operation = operation;
        _buffer = buffer;
        _slots = slots;
        _direct = new DirectWriter(operation, buffer);
    }

    /// <summary>Resolves everything; gives the root, or null when null propagated to it.</summary>
    /// <exception cref="OperationCanceledException">The operation was cancelled.</exception>
    public async ValueTask<ResultNode?> RunAsync(object? rootValue, bool isSerial)
    {
        // Resolvers resume on the thread that completes what they wait for; a host's context would reorder them.
        if (SynchronizationContext.Current is not null)
        {
            SynchronizationContext.SetSynchronizationContext(null);
        }

        try
        {
            return await RunRootAsync(rootValue, isSerial).ConfigureAwait(false);
        }
        catch (Exception exception)
        {
            await AbandonAsync(exception).ConfigureAwait(false);
            throw;
        }
    }

    private async ValueTask<ResultNode?> RunRootAsync(object? rootValue, bool isSerial)
    {
        var selections = _operation.Operation.Root;
        var root = ResultNode.OfObject(_slots, null, 0, selections);
        Defer(root, rootValue, selections);
        if (isSerial)
        {
            for (var slot = 0; slot < root.Count && !root.IsDropped; slot++)
            {
                _frames.Add(new Frame(root, rootValue, slot, slot + 1));
                await RunToEndAsync().ConfigureAwait(false);
                _operation.ForgetLoaded();
            }
        }
        else
        {
            _frames.Add(new Frame(root, rootValue, 0, root.Count));
            await RunToEndAsync().ConfigureAwait(false);
        }

        return root.IsDropped ? null : root;
    }

    private async ValueTask RunToEndAsync()
    {
        do
        {
            await RunFramesAsync().ConfigureAwait(false);
        } while (await ResumeAsync().ConfigureAwait(false));
    }

    /// <summary>Runs until nothing is left but what waits for loaders.</summary>
    /// <param name="begun">What was begun already and is waited for first.</param>
    private async ValueTask RunFramesAsync(PendingField? begun = null)
    {
        var next = begun ?? RunFrames();
        while (next is { } pending)
        {
            try
            {
                await WaitAsync(pending.Task, pending.SeenRequests).ConfigureAwait(false);
            }
            catch
            {
                // It goes on all the same, and must be waited for on the way out.
                _waiting.Add(pending);
                throw;
            }

            if (pending.Task.IsCompleted)
            {
                next = Finish(pending) ?? RunFrames();
            }
            else
            {
                _waiting.Add(pending);
                next = RunFrames();
            }
        }
    }

    /// <summary>Runs until a resolver is not done at once; null when all is done.</summary>
    private PendingField? RunFrames()
    {
        while (_frames.Count > 0)
        {
            if (_hasDropped)
            {
                _frames.RemoveAll(frame => !frame.Node.IsAlive());
                _hasDropped = false;
                continue;
            }

            ref var frame = ref CollectionsMarshal.AsSpan(_frames)[^1];
            if (frame.Next == frame.End)
            {
                _frames.RemoveAt(_frames.Count - 1);
                continue;
            }

            var node = frame.Node;
            var slot = frame.Next++;
            var pending = node.Selections is { } selections
                ? RunField(node, slot, selections[slot], frame.Value)
                : RunItem(node, slot, frame.Value!);
            if (pending is not null)
            {
                return pending;
            }
        }

        return null;
    }

    /// <summary>Loads what is waited for and continues whoever waited; false when nobody waits.</summary>
    private async ValueTask<bool> ResumeAsync()
    {
        if (_waiting.Count == 0)
        {
            return false;
        }

        _operation.CancellationToken.ThrowIfCancellationRequested();
        await LoadNextOrWaitAsync([]).ConfigureAwait(false);
        return true;
    }

    /// <summary>Lets one loader load, or waits when none is asked, and continues whoever can go on.</summary>
    private async ValueTask LoadNextOrWaitAsync(IReadOnlyList<Task> others)
    {
        // Seen before looking: a resolver that goes on to other work may ask from another thread, between the look and the wait.
        var seenRequests = _operation.Scheduler.Requests;
        if (_operation.Scheduler.TakeNext() is { } loader)
        {
            await LoadAsync(loader).ConfigureAwait(false);
        }
        else
        {
            await WaitForAnyAsync(others, seenRequests).ConfigureAwait(false);
        }

        CompleteBatches();
        await ContinueWaitingAsync().ConfigureAwait(false);
    }

    private async ValueTask LoadAsync(DataLoader loader)
    {
        foreach (var batch in loader.TakeBatches())
        {
            _nextBatches.Enqueue(batch);
        }

        while (_nextBatches.TryDequeue(out var batch))
        {
            var seenRequests = _operation.Scheduler.Requests;
            var task = batch.LoadAsync(_operation.CancellationToken);
            _batches.Add(new RunningBatch(batch, task));
            await WaitAsync(task, seenRequests).ConfigureAwait(false);
        }
    }

    private void CompleteBatches()
    {
        for (var index = 0; index < _batches.Count; index++)
        {
            var (batch, task) = _batches[index];
            if (task.IsCompleted)
            {
                _batches.RemoveAt(index--);
                batch.Complete();
            }
        }
    }

    /// <summary>Finishes each field that was set aside and is done now, with everything below it, in the order they were set aside.</summary>
    private async ValueTask ContinueWaitingAsync()
    {
        var waiting = _waiting;
        (_waiting, _spare) = (_spare, waiting);
        foreach (var pending in waiting)
        {
            if (pending.Task.IsCompleted)
            {
                await RunFramesAsync(Finish(pending)).ConfigureAwait(false);
            }
            else
            {
                _waiting.Add(pending);
            }
        }

        waiting.Clear();
    }

    /// <summary>Waits for a task, or until it asks a data loader for something.</summary>
    private async ValueTask WaitAsync(Task task, int seenRequests)
    {
        if (!task.IsCompleted)
        {
            var requested = _operation.Scheduler.RequestedAsync(seenRequests);
            if (!requested.IsCompleted)
            {
                await BeforeWaitingAsync().ConfigureAwait(false);
                await Task.WhenAny(task, requested).ConfigureAwait(false);
            }
        }
    }

    /// <summary>Waits when no loader has anything to do: for a batch that asks another loader, or for a resolver that goes on to other work after its loader.</summary>
    private async ValueTask WaitForAnyAsync(IReadOnlyList<Task> others, int seenRequests)
    {
        var tasks = new List<Task>(_waiting.Count + _batches.Count + others.Count + 1);
        tasks.AddRange(others);
        foreach (var pending in _waiting)
        {
            tasks.Add(pending.Task);
        }

        foreach (var batch in _batches)
        {
            tasks.Add(batch.Task);
        }

        tasks.Add(_operation.Scheduler.RequestedAsync(seenRequests));
        await Task.WhenAny(tasks).ConfigureAwait(false);
    }

    private readonly record struct RunningBatch(LoaderBatch Batch, Task Task);
}
