namespace Cooperator.Api.Platform.Events;

public static class EventsFeature
{
    public static IServiceCollection AddEventRelay(this IServiceCollection services) =>
        services
            .AddSingleton<IEventConsumer, TopicPublisher>()
            .AddSingleton<EventRelay>()
            .AddHostedService(provider => provider.GetRequiredService<EventRelay>());
}
