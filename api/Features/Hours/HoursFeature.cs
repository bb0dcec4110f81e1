using Cooperator.Api.Database.Transactions;
using Cooperator.Api.Platform.Events;

namespace Cooperator.Api.Features.Hours;

public static class HoursFeature
{
    internal const string PeriodsDoNotOverlap = "ex_hours_periods_no_overlap";

    internal const string ExemptionsDoNotOverlap = "ex_work_exemptions_no_overlap";

    public static IServiceCollection AddHours(this IServiceCollection services) =>
        services
            .AddSingleton<IEventConsumer, HoursTopic>()
            .AddConstraintRefusal(PeriodsDoNotOverlap)
            .AddConstraintRefusal(ExemptionsDoNotOverlap)
            // A line is written once for a completion and taken back once: who meets another there looks again.
            .AddConstraintRefusal("ix_hours_lines_coop_id_task_id_task_completion_member_id")
            .AddConstraintRefusal("ix_hours_lines_coop_id_reversed_line_id");
}
