using Cooperator.Api.Features.Imports.Csv;
using Cooperator.Api.Features.Units;

namespace Cooperator.Api.Features.Imports.Lists;

/// <summary>A row of a unit list. What is null was not said and stays as it is.</summary>
internal sealed record UnitRow(
    int Line,
    string? Building,
    string? Address,
    string Number,
    UnitType? Type,
    int? Floor,
    decimal? SizeSquareMetres,
    decimal? Rooms,
    int? Shares
);

/// <summary>The columns of a unit list and how they are read. Exports write the same.</summary>
internal static class UnitList
{
    public static readonly ImportColumn Building = new("building", false, "House", "Haus", "Gebäude");
    public static readonly ImportColumn Address = new("address", false, "Adresse", "Anschrift", "Straße");
    public static readonly ImportColumn Number = new(
        "number",
        true,
        "Unit",
        "Unit number",
        "Nummer",
        "Nr",
        "Wohnung",
        "Wohnungsnummer",
        "Einheit"
    );
    public static readonly ImportColumn Type = new("type", false, "Typ", "Art");
    public static readonly ImportColumn Floor = new("floor", false, "Stockwerk", "Etage", "Geschoss");
    public static readonly ImportColumn Size = new(
        "size_square_metres",
        false,
        "Size",
        "Area",
        "m2",
        "Größe",
        "Fläche",
        "Wohnfläche",
        "qm"
    );
    public static readonly ImportColumn Rooms = new("rooms", false, "Zimmer", "Räume");
    public static readonly ImportColumn Shares = new("shares", false, "Weight", "Anteile", "Gewicht");

    public static readonly ImportColumn[] Columns = [Building, Address, Number, Type, Floor, Size, Rooms, Shares];

    private static readonly Choice<UnitType> TypeNames = new(
        (UnitType.Flat, ["FLAT", "Apartment", "Wohnung"]),
        (UnitType.Room, ["ROOM", "Zimmer"]),
        (UnitType.Commercial, ["COMMERCIAL", "Shop", "Office", "Gewerbe", "Laden", "Büro"]),
        (UnitType.Storage, ["STORAGE", "Cellar", "Keller", "Lager", "Abstellraum"]),
        (UnitType.Parking, ["PARKING", "Garage", "Stellplatz", "Parkplatz"]),
        (UnitType.Common, ["COMMON", "Common room", "Gemeinschaft", "Gemeinschaftsraum"])
    );

    /// <summary>Null when the row has a fault.</summary>
    public static UnitRow? Read(RowReader row)
    {
        var building = row.Text(Building, 100);
        var address = row.Text(Address, 300);
        var number = row.Text(Number, 30, required: true);
        var type = row.OneOf(Type, TypeNames);
        var floor = row.Integer(Floor, -9, 200);
        var size = row.Decimal(Size, 0.01m, 99_999);
        var rooms = row.Decimal(Rooms, 0, 999);
        var shares = row.Integer(Shares, 0, 1_000_000);
        return row.IsSound ? new UnitRow(row.Line, building, address, number!, type, floor, size, rooms, shares) : null;
    }
}
