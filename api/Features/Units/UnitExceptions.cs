using Cooperator.Api.Platform.Refusals;

namespace Cooperator.Api.Features.Units;

public sealed class BuildingNotFoundException() : RefusalException("There is no such building.");

public sealed class BuildingNameTakenException() : RefusalException("Another building already has this name.");

public sealed class BuildingHasUnitsException() : RefusalException("The building has units: remove them first.");

public sealed class UnitNotFoundException() : RefusalException("There is no such unit.");

public sealed class UnitNumberTakenException() : RefusalException("The building already has a unit of this number.");

public sealed class UnitHasHistoryException()
    : RefusalException("Somebody has lived in this unit: it is kept for the record.");

public sealed class CommonPlaceCannotBeLetException(string unitNumber)
    : RefusalException("A common place belongs to all and can not be let.")
{
    public string UnitNumber { get; } = unitNumber;
}
