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
        Demand(Floor is null or (>= -9 and <= 200), "A floor lies between -9 and 200.", "floor");
        Demand(SizeSquareMetres is null or (> 0 and < 100_000), "A size is more than 0 m².", "sizeSquareMetres");
        Demand(Rooms is null or (>= 0 and < 1000), "The number of rooms can not be negative.", "rooms");
        Demand(Shares is >= 0 and <= 1_000_000, "Shares lie between 0 and 1,000,000.", "shares");
        return this with { Number = InvalidInputException.Text(Number, "number", 30) };
    }

    private static void Demand(bool holds, string sentence, string path)
    {
        if (!holds)
        {
            throw new InvalidInputException(sentence, path);
        }
    }
}
