using Cooperator.Api.Platform.Refusals;

namespace Cooperator.Api.Features.Units;

/// <summary>What a unit is, apart from its building. Shares are its weight where the co-op counts by unit.</summary>
public sealed record UnitDescription(
    string Number,
    UnitType Type,
    int? Floor,
    decimal? SizeSquareMetres,
    decimal? Rooms,
    int Shares
)
{
    internal UnitDescription Checked()
    {
        var check = new InputCheck();
        var number = check.Take(() => InvalidInputException.Text(Number, "number", 30));
        check.Require(Floor is null or (>= -9 and <= 200), "A floor lies between -9 and 200.", "floor");
        check.Require(SizeSquareMetres is null or (> 0 and < 100_000), "A size is more than 0 m².", "sizeSquareMetres");
        check.Require(Rooms is null or (>= 0 and < 1000), "The number of rooms can not be negative.", "rooms");
        check.Require(Shares is >= 0 and <= 1_000_000, "Shares lie between 0 and 1,000,000.", "shares");
        check.Demand();
        return this with { Number = number };
    }
}
