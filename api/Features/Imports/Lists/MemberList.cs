using Cooperator.Api.Features.Imports.Csv;
using Cooperator.Api.Features.Members;

namespace Cooperator.Api.Features.Imports.Lists;

/// <summary>A row of a member list, not yet held against what is known.</summary>
internal sealed record MemberRow(
    int Line,
    Guid? Id,
    PersonName Name,
    string? Email,
    string? Phone,
    Language? Language,
    DateOnly JoinedOn,
    DateOnly? LeftOn,
    IReadOnlyList<Role> Roles,
    HomeRow? Home
);

/// <summary>Where the member of a row lives.</summary>
internal sealed record HomeRow(string? Building, string Unit, string? Household, DateOnly Since);

/// <summary>The columns of a member list and how they are read. Exports write the same.</summary>
internal static class MemberList
{
    public static readonly ImportColumn Id = new("id", false, "Kennung");
    public static readonly ImportColumn GivenName = new(
        "given_name",
        false,
        "First name",
        "Forename",
        "Vorname",
        "Rufname"
    );
    public static readonly ImportColumn FamilyName = new(
        "family_name",
        true,
        "Last name",
        "Surname",
        "Name",
        "Nachname",
        "Familienname"
    );
    public static readonly ImportColumn Email = new(
        "email",
        false,
        "E-Mail",
        "E-Mail address",
        "E-Mail-Adresse",
        "Mail"
    );
    public static readonly ImportColumn Phone = new(
        "phone",
        false,
        "Telephone",
        "Mobile",
        "Telefon",
        "Telefonnummer",
        "Mobil",
        "Handy"
    );
    public static readonly ImportColumn Language = new("language", false, "Sprache");
    public static readonly ImportColumn JoinedOn = new(
        "joined_on",
        true,
        "Joined",
        "Member since",
        "Eintritt",
        "Eintrittsdatum",
        "Beitritt",
        "Mitglied seit"
    );
    public static readonly ImportColumn LeftOn = new("left_on", false, "Left", "Austritt", "Austrittsdatum");
    public static readonly ImportColumn Roles = new("role", false, "Roles", "Rolle", "Rollen", "Amt");
    public static readonly ImportColumn Building = new("building", false, "House", "Haus", "Gebäude");
    public static readonly ImportColumn Unit = new(
        "unit",
        false,
        "Unit number",
        "Flat",
        "Apartment",
        "Wohnung",
        "Wohnungsnummer",
        "Einheit"
    );
    public static readonly ImportColumn Household = new("household", false, "Haushalt");
    public static readonly ImportColumn LivesThereSince = new(
        "lives_there_since",
        false,
        "Moved in",
        "Move-in",
        "Einzug",
        "Einzugsdatum",
        "Wohnt dort seit"
    );

    public static readonly ImportColumn[] Columns =
    [
        Id,
        GivenName,
        FamilyName,
        Email,
        Phone,
        Language,
        JoinedOn,
        LeftOn,
        Roles,
        Building,
        Unit,
        Household,
        LivesThereSince,
    ];

    private static readonly Choice<Role> RoleNames = new(
        (Role.Admin, ["ADMIN", "Administrator", "Board", "Vorstand", "Vorständin"]),
        (Role.Maintainer, ["MAINTAINER", "Maintenance", "Caretaker", "Hausmeister", "Hausmeisterin", "Technik"]),
        (Role.Resident, ["RESIDENT", "Member", "Mitglied", "Bewohner", "Bewohnerin"]),
        (Role.Observer, ["OBSERVER", "Beobachter", "Beobachterin", "Gast", "Prüfer", "Prüferin"])
    );

    private static readonly Choice<Language> LanguageNames = new(
        (Members.Language.En, ["EN", "English", "Englisch"]),
        (Members.Language.De, ["DE", "Deutsch", "German"]),
        (Members.Language.Fr, ["FR", "Français", "French", "Französisch"]),
        (Members.Language.Es, ["ES", "Español", "Spanish", "Spanisch"])
    );

    /// <summary>Null when the row has a fault.</summary>
    public static MemberRow? Read(RowReader row)
    {
        var given = row.Text(GivenName, 100);
        var family = row.Text(FamilyName, 100);
        if (given is null && family is null)
        {
            row.Refuse(FamilyName, "", "REQUIRED", "A person needs a name.");
        }

        var id = ReadId(row);
        var email = row.Email(Email);
        var phone = row.Text(Phone, 50);
        var language = row.OneOf(Language, LanguageNames);
        var joinedOn = row.Date(JoinedOn, required: true);
        var leftOn = row.Date(LeftOn);
        if (leftOn < joinedOn)
        {
            row.Refuse(LeftOn, $"{leftOn:yyyy-MM-dd}", "LEFT_BEFORE_JOINED", "Nobody can leave before joining.");
        }

        var roles = ReadRoles(row);
        var home = ReadHome(row, joinedOn);
        return row.IsSound
            ? new MemberRow(
                row.Line,
                id,
                new PersonName(given, family),
                email,
                phone,
                language,
                joinedOn!.Value,
                leftOn,
                roles,
                home
            )
            : null;
    }

    private static Guid? ReadId(RowReader row)
    {
        var text = row.Text(Id, 60);
        if (text is not null && !Guid.TryParse(text, out _))
        {
            row.Refuse(
                Id,
                text,
                "INVALID_ID",
                "This is not an id from an export. Leave the column empty for new members."
            );
        }

        return Guid.TryParse(text, out var id) ? id : null;
    }

    private static Role[] ReadRoles(RowReader row)
    {
        var words =
            row.Text(Roles, 100)
                ?.Split(['+', ',', '/'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            ?? [];
        var roles = words.Select(RoleNames.Find).ToList();
        if (roles.Contains(null))
        {
            row.Refuse(Roles, string.Join('+', words), "UNKNOWN_WORD", $"Possible are: {RoleNames.Words}.");
        }

        return roles.OfType<Role>().Distinct().ToArray();
    }

    private static HomeRow? ReadHome(RowReader row, DateOnly? joinedOn)
    {
        var unit = row.Text(Unit, 30);
        var building = row.Text(Building, 100);
        var household = row.Text(Household, 200);
        var since = row.Date(LivesThereSince) ?? joinedOn;
        if (unit is null && (building ?? household) is not null)
        {
            row.Refuse(Unit, "", "REQUIRED", "Which unit of the building is the home?");
        }

        return unit is not null && since is { } day ? new HomeRow(building, unit, household, day) : null;
    }
}
