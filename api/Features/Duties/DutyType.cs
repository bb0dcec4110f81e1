using Cooperator.Api.Features.Members;
using Cooperator.Api.Features.Tasks;
using Cooperator.Api.Identity;
using Cooperator.GraphQL;

namespace Cooperator.Api.Features.Duties;

[GraphQLName("Duty")]
[ObjectType<RecurringDuty>(
    nameof(RecurringDuty.Id),
    nameof(RecurringDuty.Title),
    nameof(RecurringDuty.Description),
    nameof(RecurringDuty.Rule),
    nameof(RecurringDuty.FirstOn),
    nameof(RecurringDuty.EstimateHours),
    nameof(RecurringDuty.LeadDays),
    nameof(RecurringDuty.EndedOn)
)]
public static class DutyType
{
    [NodeResolver]
    [Authorize(Policy = Policies.Member)]
    public static Task<RecurringDuty?> GetDutyByIdAsync(Guid id, DutiesById duties, CancellationToken ct) =>
        duties.LoadAsync(id, ct);

    /// <summary>The rotation, in its order.</summary>
    public static async Task<IReadOnlyList<Member>> GetMembersAsync(
        [Parent] RecurringDuty duty,
        RotationByDuty rotations,
        MembersById members,
        CancellationToken ct
    )
    {
        var places = await rotations.LoadAsync(duty.Id, ct);
        return [.. (await members.LoadAsync([.. places.Select(p => p.MemberId)], ct)).OfType<Member>()];
    }

    /// <summary>Whose turns come after those that are handed out.</summary>
    /// <param name="duty">The duty.</param>
    /// <param name="turns">Plans ahead.</param>
    /// <param name="count">How many; 1 to 50.</param>
    /// <param name="ct">Cancels.</param>
    public static async Task<IReadOnlyList<DutyTurn>> GetNextTurnsAsync(
        [Parent] RecurringDuty duty,
        DutyTurns turns,
        CancellationToken ct,
        int count = 5
    ) => await turns.LoadAsync((duty.Id, Math.Clamp(count, 1, 50)), ct);
}

[ObjectType<DutyOccurrence>(nameof(DutyOccurrence.DueOn))]
public static class DutyOccurrenceType
{
    [ID<DutyOccurrence>]
    public static Guid GetId([Parent] DutyOccurrence occurrence) => occurrence.Id;

    public static async Task<RecurringDuty> GetDutyAsync(
        [Parent] DutyOccurrence occurrence,
        DutiesById duties,
        CancellationToken ct
    ) => (await duties.LoadAsync(occurrence.DutyId, ct))!;

    /// <summary>Whose turn it was; null when nobody could. Who has it now is whoever holds the task.</summary>
    public static async Task<Member?> GetPlannedMemberAsync(
        [Parent] DutyOccurrence occurrence,
        MembersById members,
        CancellationToken ct
    ) => occurrence.PlannedMemberId is { } id ? await members.LoadAsync(id, ct) : null;

    public static async Task<CoopTask> GetTaskAsync(
        [Parent] DutyOccurrence occurrence,
        TasksById tasks,
        CancellationToken ct
    ) => (await tasks.LoadAsync(occurrence.TaskId, ct))!;

    /// <summary>The offer that is open for this day.</summary>
    public static Task<DutySwap?> GetOpenSwapAsync(
        [Parent] DutyOccurrence occurrence,
        OpenSwapByOccurrence swaps,
        CancellationToken ct
    ) => swaps.LoadAsync(occurrence.Id, ct);
}

[ObjectType<DutySwap>(
    nameof(DutySwap.Note),
    nameof(DutySwap.State),
    nameof(DutySwap.OfferedAt),
    nameof(DutySwap.AnsweredAt)
)]
public static class DutySwapType
{
    [ID<DutySwap>]
    public static Guid GetId([Parent] DutySwap swap) => swap.Id;

    /// <summary>The day that is offered.</summary>
    public static async Task<DutyOccurrence> GetOccurrenceAsync(
        [Parent] DutySwap swap,
        DutyOccurrencesById occurrences,
        CancellationToken ct
    ) => (await occurrences.LoadAsync(swap.OccurrenceId, ct))!;

    /// <summary>The day that is wanted for it; null for a gift.</summary>
    public static async Task<DutyOccurrence?> GetInReturnAsync(
        [Parent] DutySwap swap,
        DutyOccurrencesById occurrences,
        CancellationToken ct
    ) => swap.InReturnId is { } id ? await occurrences.LoadAsync(id, ct) : null;

    public static async Task<Member> GetOfferedByAsync(
        [Parent] DutySwap swap,
        MembersById members,
        CancellationToken ct
    ) => (await members.LoadAsync(swap.OfferedById, ct))!;

    /// <summary>Who is asked; null when everybody is.</summary>
    public static async Task<Member?> GetToMemberAsync(
        [Parent] DutySwap swap,
        MembersById members,
        CancellationToken ct
    ) => swap.ToMemberId is { } id ? await members.LoadAsync(id, ct) : null;

    public static async Task<Member?> GetAnsweredByAsync(
        [Parent] DutySwap swap,
        MembersById members,
        CancellationToken ct
    ) => swap.AnsweredById is { } id ? await members.LoadAsync(id, ct) : null;

    /// <summary>Whether the viewer is asked and the offer is open.</summary>
    public static bool GetAsksMe([Parent] DutySwap swap, CurrentMember me) =>
        swap.State == DutySwapState.Offered && me.Is(Role.Resident) && swap.Asks(me.MemberId);
}

[ObjectType<CoopTask>]
public static class TaskDuty
{
    /// <summary>The day of a duty that the task is; null for a task of its own.</summary>
    public static Task<DutyOccurrence?> GetDutyOccurrenceAsync(
        [Parent] CoopTask task,
        DutyOccurrenceByTask occurrences,
        CancellationToken ct
    ) => occurrences.LoadAsync(task.Id, ct);
}
