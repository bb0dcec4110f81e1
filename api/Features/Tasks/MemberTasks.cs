using Cooperator.Api.Features.Members;
using Cooperator.Api.Identity;
using Cooperator.GraphQL;
using Cooperator.GraphQL.Querying;

namespace Cooperator.Api.Features.Tasks;

[ObjectType<Member>]
public static class MemberTasks
{
    /// <summary>What the member has to do, the longest held first; done tasks are no longer in it.</summary>
    [UsePaging]
    public static async Task<Connection<CoopTask>> GetTasksAsync(
        [Parent] Member member,
        PagingArguments page,
        ActiveAssignmentsByMember assignments,
        TasksById tasks,
        CancellationToken ct
    )
    {
        var held = await assignments.LoadAsync(member.Id, page, ct);
        var (next, previous) = (await held.PageInfo.HasNextPageAsync(ct), await held.PageInfo.HasPreviousPageAsync(ct));
        var edges = await Task.WhenAll(
            held.Edges.Select(async e => new Edge<CoopTask>((await tasks.LoadAsync(e.Node.TaskId, ct))!, e.Cursor))
        );
        return new Connection<CoopTask>(edges, next, previous, held.CountAsync);
    }

    /// <summary>That the assignment limit does not hold for the member, now or once.</summary>
    public static Task<AssignmentExemption?> GetAssignmentExemptionAsync(
        [Parent] Member member,
        ExemptionByMember exemptions,
        CancellationToken ct
    ) => exemptions.LoadAsync(member.Id, ct);
}

[ObjectType<AssignmentExemption>(nameof(AssignmentExemption.Until))]
public static class AssignmentExemptionType
{
    /// <summary>Why; shown to the member and to the board.</summary>
    public static string? GetReason([Parent] AssignmentExemption exemption, CurrentMember me) =>
        me.Is(Role.Admin) || exemption.MemberId == me.MemberId ? exemption.Reason : null;
}
