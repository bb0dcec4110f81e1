using Cooperator.Api.Database.Transactions;
using Cooperator.Api.Features.Notifications;
using Cooperator.Api.Platform.Jobs;

namespace Cooperator.Api.Features.Duties;

public static class DutiesFeature
{
    public static IServiceCollection AddDuties(this IServiceCollection services) =>
        services
            .AddScoped<DutyPlanner>()
            .AddScoped<DutyNews>()
            .AddScoped<WorkOfLeavers>()
            // Another node has handed out the day: there is nothing left to do.
            .AddConstraintRefusal("ix_duty_occurrences_coop_id_duty_id_due_on")
            // Two who set the rotation at once: the second one is run again and finds what the first one did.
            .AddConstraintRefusal("ix_rotation_places_coop_id_duty_id_member_id")
            .AddConstraintRefusal("ix_duty_swaps_coop_id_occurrence_id", _ => new DutyAlreadyOfferedException())
            .AddNotificationRule<DutyAssignedRule>()
            .AddNotificationRule<DutySwapOfferedRule>()
            .AddNotificationRule<DutySwapAcceptedRule>()
            .AddNotificationRule<DutySwapDeclinedRule>()
            .AddNotificationRule<WorkLeftRule>()
            .AddRecurringJob<DutyRound>(
                "duty-round",
                "Hands out the duties whose days have come near enough, to those whose turn it is.",
                "0 11 * * * ?",
                MissedRuns.RunOnce
            )
            .AddRecurringJob<WorkOfLeaversRound>(
                "work-of-leavers",
                "Releases the tasks of those whose last day as a member is over.",
                "0 17 * * * ?",
                MissedRuns.RunOnce
            );
}
