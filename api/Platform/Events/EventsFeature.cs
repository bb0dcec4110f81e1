namespace Cooperator.Api.Platform.Events;

public static class EventsFeature
{
    public static IServiceCollection AddEventRelay(this IServiceCollection services)
    {
        services.AddHealthChecks().AddCheck<EventsHealth>("events");
        return services
            .AddSingleton<IEventConsumer, TopicPublisher>()
            .AddSingleton<EventRelay>()
            .AddHostedService(provider => provider.GetRequiredService<EventRelay>());
    }
}
