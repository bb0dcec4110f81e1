using Cooperator.Api.Features.Members;
using Cooperator.GraphQL;

namespace Cooperator.Api.Features.Duties;

/// <param name="Title">What its tasks are called.</param>
/// <param name="Description">In Markdown.</param>
/// <param name="Rule">When it is due, as RFC 5545 writes it: <c>FREQ=WEEKLY;BYDAY=SA</c>. Days, weeks, months and years.</param>
/// <param name="FirstOn">The day the rule counts from; today when absent.</param>
/// <param name="EstimateHours">What doing it once counts in the ledger.</param>
/// <param name="MemberIds">Whose turn it is after whose.</param>
/// <param name="LeadDays">How many days ahead its tasks are handed out.</param>
public sealed record CreateDutyInput(
    string Title,
    string? Description,
    string Rule,
    DateOnly? FirstOn,
    decimal? EstimateHours,
    [property: ID<Member>] IReadOnlyList<Guid> MemberIds,
    int LeadDays = 28
)
{
    internal DutyDescription DescriptionOn(DateOnly today) =>
        new(Title, Description, Rule, FirstOn ?? today, EstimateHours, LeadDays);
}

/// <summary>What is absent stays as it is; null removes it.</summary>
public sealed record ChangeDutyInput(
    [property: ID<RecurringDuty>] Guid DutyId,
    Optional<string> Title,
    Optional<string?> Description,
    Optional<string> Rule,
    Optional<DateOnly> FirstOn,
    Optional<decimal?> EstimateHours,
    Optional<int> LeadDays
)
{
    internal DutyDescription DescriptionOf(RecurringDuty duty) =>
        new(
            Title.Or(duty.Title)!,
            Description.Or(duty.Description),
            Rule.Or(duty.Rule)!,
            FirstOn.Or(duty.FirstOn),
            EstimateHours.Or(duty.EstimateHours),
            LeadDays.Or(duty.LeadDays)
        );
}

/// <param name="OccurrenceId">The day that is offered.</param>
/// <param name="ToMemberId">Who is asked; absent for everybody.</param>
/// <param name="InReturnId">The day of that member's that is wanted for it.</param>
/// <param name="Note">Why, in a sentence.</param>
public sealed record OfferDutySwapInput(
    [property: ID<DutyOccurrence>] Guid OccurrenceId,
    [property: ID<Member>] Guid? ToMemberId,
    [property: ID<DutyOccurrence>] Guid? InReturnId,
    string? Note
);
