using Cooperator.Api.Database.Transactions;
using Cooperator.Api.Features.Notifications;
using Cooperator.Api.Platform.Jobs;

namespace Cooperator.Api.Features.Tasks;

public static class TasksFeature
{
    public static IServiceCollection AddTasks(this IServiceCollection services) =>
        services
            .AddConstraintRefusal("ix_task_labels_coop_id_name", _ => new TaskLabelNameTakenException())
            .AddConstraintRefusal("fk_task_labelings_coop_id_label_id", _ => new TaskLabelNotFoundException())
            .AddConstraintRefusal("fk_task_assignments_coop_id_task_id", _ => new TaskNotFoundException())
            .AddConstraintRefusal("fk_task_labelings_coop_id_task_id", _ => new TaskNotFoundException())
            .AddConstraintRefusal("fk_checklist_items_coop_id_task_id", _ => new TaskNotFoundException())
            // Two at once: the second one is run again and finds what the first one did.
            .AddConstraintRefusal("ix_tasks_coop_id_board_column_rank")
            .AddConstraintRefusal("ix_task_assignments_coop_id_task_id_member_id")
            .AddConstraintRefusal("ix_task_labelings_coop_id_task_id_label_id")
            .AddConstraintRefusal("ix_board_columns_coop_id_board_column")
            .AddConstraintRefusal("ix_board_settings_coop_id")
            .AddConstraintRefusal("ix_assignment_exemptions_coop_id_member_id")
            .AddConstraintRefusal("ix_member_workloads_coop_id_member_id")
            .AddNotificationRule<TaskAssignedRule>()
            .AddNotificationRule<TaskMentionRule>()
            .AddNotificationRule<TaskDueSoonRule>()
            .AddNotificationRule<TaskOverdueRule>()
            .AddNotificationRule<TaskNeedsHelpRule>()
            .AddNotificationRule<TaskOpenedRule>()
            .AddRecurringJob<TaskReminders>(
                "task-reminders",
                "Reminds those who have a task the day before it is due and when it is overdue, and then finds help.",
                "0 5 * * * ?",
                MissedRuns.RunOnce
            );
}
