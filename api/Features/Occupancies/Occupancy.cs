using Cooperator.Api.Database;
using Cooperator.Api.Platform;

namespace Cooperator.Api.Features.Occupancies;

/// <summary>
/// That a household or a member occupies a unit for some days, as known for some time. A row is never rewritten: a
/// change supersedes it with another one, so that "who lived there, as we knew it then" can always be answered.
/// </summary>
public sealed class Occupancy : TenantEntity
{
    private Occupancy() { }

    internal Occupancy(Guid unitId, Occupant occupant, OccupancyTerms terms, Recording recording)
    {
        UnitId = unitId;
        (HouseholdId, MemberId) = (occupant.HouseholdId, occupant.MemberId);
        (Capacity, Primary) = (terms.Capacity, terms.Primary);
        (From, Until) = (terms.Days.From, terms.Days.Until);
        (RecordedAt, RecordedById) = (recording.At, recording.MemberId);
    }

    public Guid UnitId { get; private set; }

    public Guid? HouseholdId { get; private set; }

    public Guid? MemberId { get; private set; }

    public OccupancyCapacity Capacity { get; private set; }

    public bool Primary { get; private set; }

    public DateOnly From { get; private set; }

    /// <summary>The last day.</summary>
    public DateOnly? Until { get; private set; }

    public DateTimeOffset RecordedAt { get; private set; }

    public Guid? RecordedById { get; private set; }

    /// <summary>Since when something else is known; null for what is known now.</summary>
    public DateTimeOffset? SupersededAt { get; private set; }

    public DaySpan Days => new(From, Until);

    public OccupancyTerms Terms => new(Capacity, Primary, Days);

    /// <summary>Whoever still sees an older version must look again before changing it.</summary>
    internal void RefuseWhenSuperseded()
    {
        if (SupersededAt is not null)
        {
            throw new OccupancySupersededException();
        }
    }

    internal Occupancy Supersede(OccupancyTerms terms, Recording recording)
    {
        var at = NoLongerKnown(recording);
        return new Occupancy(UnitId, Occupant.Of(this), terms, recording with { At = at });
    }

    /// <summary>What was planned is not so, and nothing takes its place. Whoever already lives there moves out instead.</summary>
    internal void Withdraw(DateOnly today, Recording recording)
    {
        RefuseWhenSuperseded();
        if (From <= today)
        {
            throw new OccupancyBegunException(From);
        }

        NoLongerKnown(recording);
    }

    private DateTimeOffset NoLongerKnown(Recording recording)
    {
        RefuseWhenSuperseded();
        // The clock of another node may be a little behind the one that recorded this; what is known never shrinks.
        var at = recording.At < RecordedAt ? RecordedAt : recording.At;
        SupersededAt = at;
        return at;
    }
}
