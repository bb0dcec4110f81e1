using Cooperator.Api.Platform.Refusals;

namespace Cooperator.Api.Features.Occupancies;

public sealed class OccupancyNotFoundException() : RefusalException("There is no such occupancy.");

public sealed class OccupancySupersededException()
    : RefusalException("This has been changed by someone else meanwhile: look again.");

public sealed class OccupancyBegunException(DateOnly from)
    : RefusalException("They live there already: let them move out instead.")
{
    /// <summary>The first day.</summary>
    public DateOnly From { get; } = from;
}

public sealed class UnitAlreadyLetException(string unitNumber, DateOnly from, DateOnly? until)
    : RefusalException($"Unit {unitNumber} is already let in that time.")
{
    public string UnitNumber { get; } = unitNumber;

    /// <summary>The first day of the occupancy that is in the way.</summary>
    public DateOnly From { get; } = from;

    /// <summary>Its last day; null when it has no end.</summary>
    public DateOnly? Until { get; } = until;
}
