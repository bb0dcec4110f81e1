using Cooperator.Api.Database.Events;
using Cooperator.Api.Features.Households;
using Cooperator.Api.Features.Members;
using Cooperator.Api.Features.Tasks;
using Cooperator.Api.Features.Units;
using Cooperator.GraphQL;
using Cooperator.GraphQL.Querying;

namespace Cooperator.Api.Features.Activities;

[ObjectType<Member>]
public static class MemberActivity
{
    /// <summary>What happened to the member, as far as the viewer may know; the latest first.</summary>
    [UsePaging(IncludeTotalCount = false)]
    public static Task<Connection<EventLogEntry>> GetActivityAsync(
        [Parent] Member member,
        PagingArguments page,
        ActivityOfMembers activity,
        CancellationToken ct
    ) => activity.LoadAsync(member.Id, page, ct);
}

[ObjectType<Unit>]
public static class UnitActivity
{
    /// <summary>What happened to the unit; the latest first.</summary>
    [UsePaging(IncludeTotalCount = false)]
    public static Task<Connection<EventLogEntry>> GetActivityAsync(
        [Parent] Unit unit,
        PagingArguments page,
        ActivityOfUnits activity,
        CancellationToken ct
    ) => activity.LoadAsync(unit.Id, page, ct);
}

[ObjectType<Household>]
public static class HouseholdActivity
{
    /// <summary>What happened to the household; the latest first.</summary>
    [UsePaging(IncludeTotalCount = false)]
    public static Task<Connection<EventLogEntry>> GetActivityAsync(
        [Parent] Household household,
        PagingArguments page,
        ActivityOfHouseholds activity,
        CancellationToken ct
    ) => activity.LoadAsync(household.Id, page, ct);
}

[ObjectType<CoopTask>]
public static class TaskActivity
{
    /// <summary>What happened to the task; the latest first.</summary>
    [UsePaging(IncludeTotalCount = false)]
    public static Task<Connection<EventLogEntry>> GetActivityAsync(
        [Parent] CoopTask task,
        PagingArguments page,
        ActivityOfTasks activity,
        CancellationToken ct
    ) => activity.LoadAsync(task.Id, page, ct);
}
