using Cooperator.GraphQL.Subscriptions;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;

namespace Cooperator.GraphQL.Redis;

/// <summary>Registers <see cref="RedisTopics"/>.</summary>
public static class RedisServerBuilderExtensions
{
    /// <summary>Topics reach the subscribers of every node by a Redis server.</summary>
    public static GraphQLServerBuilder AddRedisSubscriptions(this GraphQLServerBuilder builder, RedisOptions options)
    {
        builder.Services.AddSingleton(provider => new RedisTopics(
            options,
            logger: provider.GetService<ILogger<RedisTopics>>()
        ));
        builder.Services.Replace(
            ServiceDescriptor.Singleton<ITopicEventSender>(provider => provider.GetRequiredService<RedisTopics>())
        );
        builder.Services.Replace(
            ServiceDescriptor.Singleton<ITopicEventReceiver>(provider => provider.GetRequiredService<RedisTopics>())
        );
        return builder;
    }
}
