using Cooperator.GraphQL;

namespace Cooperator.Api.Features.Units;

public sealed record AddUnitInput(
    [property: ID<Building>] Guid BuildingId,
    string Number,
    UnitType Type,
    int? Floor,
    decimal? SizeSquareMetres,
    decimal? Rooms,
    int Shares = 1
)
{
    internal UnitDescription Description => new(Number, Type, Floor, SizeSquareMetres, Rooms, Shares);
}

/// <summary>What is absent stays as it is; null removes it.</summary>
public sealed record ChangeUnitInput(
    [property: ID<Unit>] Guid UnitId,
    Optional<string> Number,
    Optional<UnitType> Type,
    Optional<int?> Floor,
    Optional<decimal?> SizeSquareMetres,
    Optional<decimal?> Rooms,
    Optional<int> Shares
)
{
    internal UnitDescription DescriptionOf(Unit unit) =>
        new(
            Number.Or(unit.Number)!,
            Type.Or(unit.Type),
            Floor.Or(unit.Floor),
            SizeSquareMetres.Or(unit.SizeSquareMetres),
            Rooms.Or(unit.Rooms),
            Shares.Or(unit.Shares)
        );
}
