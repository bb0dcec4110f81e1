using Microsoft.Extensions.DependencyInjection;

namespace Cooperator.GraphQL.DataLoaders;

/// <summary>The data loaders of one operation, made when first asked for.</summary>
internal sealed class DataLoaderSet(IServiceProvider services, DataLoaderScheduler scheduler)
{
    private readonly Lock _gate = new();
    private readonly List<DataLoader> _loaders = [];

    public DataLoaderScheduler Scheduler => scheduler;

    public T Get<T>()
        where T : DataLoader
    {
        lock (_gate)
        {
            foreach (var known in _loaders)
            {
                if (known.GetType() == typeof(T))
                {
                    return (T)known;
                }
            }

            var loader = Factory<T>.Create(services, null);
            loader.Attach(this);
            _loaders.Add(loader);
            return loader;
        }
    }

    /// <summary>Forgets what was loaded, because a mutation may have changed it.</summary>
    public void Clear()
    {
        lock (_gate)
        {
            foreach (var loader in _loaders)
            {
                loader.Clear();
            }
        }
    }

    private static class Factory<T>
        where T : DataLoader
    {
        public static readonly ObjectFactory<T> Create = ActivatorUtilities.CreateFactory<T>(Type.EmptyTypes);
    }
}
