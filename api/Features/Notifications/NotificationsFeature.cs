using Cooperator.Api.Database.Transactions;
using Cooperator.Api.Platform.Events;
using Cooperator.Api.Platform.Jobs;

namespace Cooperator.Api.Features.Notifications;

public static class NotificationsFeature
{
    public static IServiceCollection AddNotifications(this IServiceCollection services)
    {
        services
            .AddNotificationRule<MemberJoinedRule>()
            .AddNotificationRule<MemberLeftRule>()
            .AddNotificationRule<MembershipEndedRule>()
            .AddNotificationRule<RoleGrantedRule>()
            .AddNotificationRule<RoleEndedRule>()
            .AddNotificationRule<MovedInRule>()
            .AddSingleton<NotificationRules>();
        services.AddScoped<NotificationPost>().AddScoped<NotificationChoices>();
        services.AddScoped<EventPlanning>().AddScoped<IEventPlan, NotificationPlan>();
        services.AddSingleton<DeliverySignal>().AddSingleton<WaitingCoops>().AddSingleton<Planner>();
        services.AddSingleton<IEventConsumer>(provider => provider.GetRequiredService<Planner>());
        services.AddHostedService(provider => provider.GetRequiredService<Planner>());
        services.AddSingleton<ISignalConsumer, NotificationSignal>();
        services.AddSingleton<UnsubscribeLinks>().AddScoped<LetterWriter>().AddScoped<PaperWriter>();
        services.AddScoped<ICarrier<Letter>, MailCarrier>().AddHostedService<DeliveryRounds<Letter>>();
        services.AddSingleton<IExpirySweep, OldNotifications>();
        // Two devices choosing at once: the second one finds the first one's choice.
        services.AddConstraintRefusal("ix_notification_preferences_coop_id_member_id_kind_channel");
        services.AddConstraintRefusal("ix_mail_hours_coop_id_member_id");
        return services.AddRecurringJob<PlanningRound>(
            "notification-round",
            "Looks for events of which nobody was told yet, for the case that no node heard of them.",
            "30 */5 * * * ?",
            MissedRuns.RunOnce
        );
    }
}
