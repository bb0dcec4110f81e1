using Npgsql;

namespace Cooperator.Api.Database.Transactions;

/// <summary>Which refusal a violated constraint stands for: what the guard in C# says, when two requests came at once.</summary>
internal sealed class ConstraintRefusals(IEnumerable<ConstraintRefusal> refusals)
{
    private readonly Dictionary<string, ConstraintRefusal> _byConstraint = refusals.ToDictionary(r => r.Constraint);

    public Exception? For(PostgresException? violation) =>
        violation?.ConstraintName is { } name && _byConstraint.TryGetValue(name, out var refusal)
            ? refusal.Make?.Invoke(violation)
            : null;

    public bool Knows(PostgresException? violation) =>
        violation?.ConstraintName is { } name && _byConstraint.ContainsKey(name);
}

internal sealed record ConstraintRefusal(string Constraint, Func<PostgresException, Exception>? Make);

public static class ConstraintRefusalRegistration
{
    public static IServiceCollection AddConstraintRefusal(
        this IServiceCollection services,
        string constraint,
        Func<PostgresException, Exception> make
    ) => services.AddSingleton(new ConstraintRefusal(constraint, make));

    /// <summary>
    /// For a constraint whose refusal has facts to tell: the work is run again, and the guard, which now sees the
    /// other's row, tells them.
    /// </summary>
    public static IServiceCollection AddConstraintRefusal(this IServiceCollection services, string constraint) =>
        services.AddSingleton(new ConstraintRefusal(constraint, null));
}
