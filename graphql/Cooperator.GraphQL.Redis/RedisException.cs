namespace Cooperator.GraphQL.Redis;

/// <summary>The Redis server said no, or could not be asked.</summary>
public class RedisException(string message, Exception? inner = null) : Exception(message, inner);

/// <summary>
/// The connection is gone, or was never there. A command that had been sent may or may not have been carried out.
/// </summary>
public sealed class RedisConnectionException(string message, Exception? inner = null) : RedisException(message, inner);
