namespace Cooperator.Api.Features.Units;

public enum UnitType
{
    Flat,
    Room,
    Commercial,
    Storage,
    Parking,

    /// <summary>A place of all: laundry, workshop, garden. Nobody moves in there.</summary>
    Common,
}
