using Cooperator.Api.Features.Hours;
using Cooperator.GraphQL;

namespace Cooperator.Api.Features.Tasks;

[ObjectType<HoursLine>]
public static class HoursLineTask
{
    /// <summary>The task that was done; null for other lines, and when it was reopened and removed.</summary>
    public static async Task<CoopTask?> GetTaskAsync([Parent] HoursLine line, TasksById tasks, CancellationToken ct) =>
        line.TaskId is { } id ? await tasks.LoadAsync(id, ct) : null;
}
