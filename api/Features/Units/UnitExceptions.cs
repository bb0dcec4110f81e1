using Cooperator.Api.Platform.Refusals;

namespace Cooperator.Api.Features.Units;

public sealed class BuildingNotFoundException() : RefusalException("There is no such building.");

public sealed class BuildingNameTakenException() : RefusalException("Another building already has this name.");

public sealed class BuildingHasUnitsException() : RefusalException("The building has units: remove them first.");

public sealed class UnitNotFoundException() : RefusalException("There is no such unit.");

public sealed class UnitNumberTakenException() : RefusalException("The building already has a unit of this number.");

public sealed class UnitHasHistoryException()
    : RefusalException("Somebody has lived in this unit: it is kept for the record.");

public sealed class UnitIsLetException(string unitNumber, DateOnly from, DateOnly? until)
    : RefusalException("Somebody lives here, or will: a common place belongs to all.")
{
    public string UnitNumber { get; } = unitNumber;

    /// <summary>The first day of the occupancy that is in the way.</summary>
    public DateOnly From { get; } = from;

    /// <summary>Its last day; null when it has no end.</summary>
    public DateOnly? Until { get; } = until;
}

public sealed class CommonPlaceCannotBeLetException(string unitNumber)
    : RefusalException("A common place belongs to all and can not be let.")
{
    public string UnitNumber { get; } = unitNumber;
}
