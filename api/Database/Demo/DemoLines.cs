using System.Globalization;
using Cooperator.Api.Features.Hours;
using Cooperator.Api.Features.Members;
using Cooperator.Api.Features.Tasks;
using Cooperator.Api.Features.Units;
using Cooperator.Api.Platform;

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
internal sealed record DemoStory(
    string Buildings,
    string Occupancies,
    string Roles,
    string SignIns,
    string Labels,
    string Tasks,
    string Duties,
    string Swaps,
    string Periods,
    string Hours,
    string Exemptions,
    string Board,
    string Caretaker
);

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

    public static IEnumerable<(string Name, LabelColour Colour)> Labels(string lines) =>
        Read(lines, f => (f[0], Enum.Parse<LabelColour>(f[1], ignoreCase: true)));

    public static IEnumerable<DemoTask> Tasks(string lines) => Read(lines, Task);

    // A rule's own semicolons are commas here.
    public static IEnumerable<DemoDuty> Duties(string lines) =>
        Read(
            lines,
            f => new DemoDuty(f[0], f[1], f[2].Replace(',', ';'), Day(f[3])!.Value, Decimal(f[4]), Words(f[5], ','))
        );

    public static IEnumerable<DemoSwap> Swaps(string lines) =>
        Read(lines, f => new DemoSwap(f[0], Day(f[1])!.Value, f[2], f[3].Length == 0 ? null : f[3], f[4], Day(f[5])));

    public static DemoWork Work(DemoStory story) =>
        new(
            [.. Read(story.Periods, f => (f[0], Day(f[1])!.Value, Day(f[2])!.Value, Decimal(f[3])))],
            [
                .. Read(
                    story.Exemptions,
                    f => (f[0], new DaySpan(Day(f[1])!.Value, Day(f[2])), (int)Decimal(f[3]), f[4])
                ),
            ],
            [
                .. Read(
                    story.Hours,
                    f =>
                        (
                            Day(f[0])!.Value,
                            Enum.Parse<HandwrittenKind>(f[1], ignoreCase: true),
                            Decimal(f[2]),
                            f[3],
                            Words(f[4], ',')
                        )
                ),
            ]
        );

    private static decimal Decimal(string text) => decimal.Parse(text, CultureInfo.InvariantCulture);

    private static DemoTask Task(string[] f)
    {
        var isDone = char.IsAsciiDigit(f[7][0]);
        return new DemoTask(
            Day(f[0])!.Value,
            f[1],
            f[2],
            Words(f[3], ','),
            Day(f[4]),
            decimal.Parse(f[5], CultureInfo.InvariantCulture),
            Words(f[6], ','),
            isDone ? TaskColumn.Todo : Enum.Parse<TaskColumn>(f[7].Replace("_", "", StringComparison.Ordinal), true),
            isDone ? Day(f[7]) : null,
            [.. Words(f[8], ',').Select(step => (step.TrimStart('+'), step[0] == '+'))],
            [.. Words(f[9], '|').Select(said => said.Split(": ", 2)).Select(said => (said[0], said[1]))]
        );
    }

    private static List<string> Words(string text, char between) =>
        [.. text.Split(between, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)];

    private static IEnumerable<T> Read<T>(string lines, Func<string[], T> read) =>
        lines
            .Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
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
