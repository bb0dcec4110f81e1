using Cooperator.Api.Database;
using Cooperator.Api.Identity;
using Cooperator.Api.Platform.Events;
using Cooperator.GraphQL;
using Cooperator.GraphQL.Subscriptions;

namespace Cooperator.Api.Features.Tasks;

[SubscriptionType]
[Authorize(Policy = Policies.Member)]
public static class TaskSubscriptions
{
    /// <summary>Tells of everything that happens to tasks.</summary>
    [Subscribe(With = nameof(SubscribeToTasks))]
    [SameForAll]
    public static TaskChanged OnTaskChanged([EventMessage] CoopEvent happened) =>
        new(happened.Kind, happened.SubjectId);

    public static ValueTask<ISourceStream<CoopEvent>> SubscribeToTasks(
        CurrentCoop coop,
        ITopicEventReceiver topics,
        CancellationToken ct
    ) => topics.SubscribeAsync<CoopEvent>(CoopEvent.Topic(coop.RequiredId, "task"), ct);
}

/// <summary>Something happened to a task.</summary>
/// <param name="Kind">What: <c>task.moved</c>, <c>task.taken</c>, …</param>
/// <param name="TaskId">To which.</param>
public sealed record TaskChanged(string Kind, [property: ID<CoopTask>] Guid TaskId);

[ObjectType<TaskChanged>]
public static class TaskChangedType
{
    /// <summary>The task as it is now; null when it was removed.</summary>
    [SameForAll]
    public static Task<CoopTask?> GetTaskAsync([Parent] TaskChanged changed, TasksById tasks, CancellationToken ct) =>
        tasks.LoadAsync(changed.TaskId, ct);
}
