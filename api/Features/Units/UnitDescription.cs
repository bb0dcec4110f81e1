using Cooperator.Api.Platform.Refusals;

namespace Cooperator.Api.Features.Units;

/// <summary>
/// What a unit is, apart from its building, as it is kept: size in hundredths and rooms in tenths, half of one rounded up.
/// Shares are its weight where the co-op counts by unit.
/// </summary>
public sealed record UnitDescription(
    string Number,
    UnitType Type,
    int? Floor,
    decimal? SizeSquareMetres,
    decimal? Rooms,
    int Shares
)
{
    internal const int SizeDecimals = 2;
    internal const int RoomDecimals = 1;

    public decimal? SizeSquareMetres { get; } = Rounded(SizeSquareMetres, SizeDecimals);

    public decimal? Rooms { get; } = Rounded(Rooms, RoomDecimals);

    internal UnitDescription Checked()
    {
        var check = new InputCheck();
        var number = check.Take(() => InvalidInputException.Text(Number, "number", 30));
        Limit(Floor, "floor", -9, 200);
        Limit(SizeSquareMetres, "sizeSquareMetres", 0.01m, 99_999);
        Limit(Rooms, "rooms", 0, 999);
        Limit(Shares, "shares", 0, 1_000_000);
        check.Demand();
        return this with { Number = number };

        void Limit(decimal? value, string path, decimal min, decimal max) =>
            check.Require(
                value is null || (value >= min && value <= max),
                new InputFault(InputFaultCode.OutOfRange, min, max),
                path
            );
    }

    private static decimal? Rounded(decimal? value, int decimals) =>
        value is { } number ? decimal.Round(number, decimals, MidpointRounding.AwayFromZero) : null;
}
