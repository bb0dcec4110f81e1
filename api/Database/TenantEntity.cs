namespace Cooperator.Api.Database;

/// <summary>A row of one co-op. Conventions give it the key (coop_id, id), a query filter and row-level security.</summary>
public interface ITenantOwned
{
    Guid CoopId { get; }
}

/// <summary>The tenant itself: the one entity every tenant-owned row points at.</summary>
public interface ITenant
{
    Guid Id { get; }
}

/// <inheritdoc cref="ITenantOwned"/>
public abstract class TenantEntity : Entity, ITenantOwned
{
    /// <summary>Stamped when the row is first tracked: the co-op the work is done in.</summary>
    public Guid CoopId { get; private set; }

    internal void StampCoop(Guid coopId)
    {
        if (CoopId != Guid.Empty && CoopId != coopId)
        {
            throw new InvalidOperationException($"A {GetType().Name} of one co-op was saved while working in another.");
        }

        CoopId = coopId;
    }
}
