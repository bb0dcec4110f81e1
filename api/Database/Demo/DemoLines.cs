using System.Globalization;
using Cooperator.Api.Features.Members;
using Cooperator.Api.Features.Units;

namespace Cooperator.Api.Database.Demo;

internal sealed record DemoUnit(string Number, UnitType Type, int Floor, decimal Size, decimal Rooms);

internal sealed record DemoBuilding(string Name, string Address, IReadOnlyList<DemoUnit> Units);

internal sealed record DemoOccupancy(
    string Unit,
    DateOnly From,
    DateOnly? Until,
    string? Household,
    IReadOnlyList<PersonName> Persons
);

internal sealed record DemoRole(string Person, Role Role, DateOnly From, DateOnly? Until);

/// <summary>A co-op's story in lines.</summary>
internal sealed record DemoStory(string Buildings, string Occupancies, string Roles, string SignIns);

/// <summary>Reads the stories' lines: fields parted by semicolons.</summary>
internal static class DemoLines
{
    public static IEnumerable<DemoBuilding> Buildings(string lines) =>
        Read(lines, f => new DemoBuilding(f[0], f[1], Units(int.Parse(f[2], CultureInfo.InvariantCulture), f[3])));

    public static IEnumerable<DemoOccupancy> Occupancies(string lines) =>
        Read(
            lines,
            f => new DemoOccupancy(f[0], Day(f[1])!.Value, Day(f[2]), f[3].Length == 0 ? null : f[3], Persons(f[4]))
        );

    public static IEnumerable<DemoRole> Roles(string lines) =>
        Read(lines, f => new DemoRole(f[0], Enum.Parse<Role>(f[1], ignoreCase: true), Day(f[2])!.Value, Day(f[3])));

    public static IEnumerable<(string Person, string Email)> SignIns(string lines) => Read(lines, f => (f[0], f[1]));

    private static IEnumerable<T> Read<T>(string lines, Func<string[], T> read) =>
        lines
            .Split('\n', StringSplitOptions.TrimEntries)
            .Select(line => read(line.Split(';', StringSplitOptions.TrimEntries)));

    private static List<DemoUnit> Units(int first, string words) =>
        [
            .. words
                .Split(' ')
                .Select(
                    (word, i) =>
                    {
                        var parts = word.Split(':');
                        return new DemoUnit(
                            $"{first + i}",
                            Enum.Parse<UnitType>(parts[1], ignoreCase: true),
                            int.Parse(parts[0], CultureInfo.InvariantCulture),
                            decimal.Parse(parts[2], CultureInfo.InvariantCulture),
                            decimal.Parse(parts[3], CultureInfo.InvariantCulture)
                        );
                    }
                ),
        ];

    private static List<PersonName> Persons(string names) =>
        [
            .. names
                .Split(',', StringSplitOptions.TrimEntries)
                .Select(n => n.Split('|'))
                .Select(n => new PersonName(n[0], n[1])),
        ];

    private static DateOnly? Day(string text) =>
        text.Length == 0 ? null : DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
