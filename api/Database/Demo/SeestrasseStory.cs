namespace Cooperator.Api.Database.Demo;

/// <summary>The second co-op, small, so that it can be seen that the first one can not be seen from it.</summary>
internal static class SeestrasseStory
{
    private const string Buildings = """
        Seehaus; Seestraße 7, 13353 Berlin; 1; 0:FLAT:58:2 0:FLAT:72.5:3 1:FLAT:58:2 1:FLAT:72.5:3 2:FLAT:58:2 2:FLAT:72.5:3 3:FLAT:94:4 0:COMMON:25:1
        """;

    private const string Occupancies = """
        1; 2022-05-01; ; ; Magdalena|Voss
        2; 2021-08-01; ; Okonkwo; Adaeze|Okonkwo, Tobias|Okonkwo
        3; 2023-03-01; 2025-05-31; ; Leon|Hartmann
        3; 2025-06-01; ; ; Anaïs|Moreau
        4; 2020-10-01; ; Demir; Ayşe|Demir, Cem|Demir
        5; 2024-01-01; ; ; Viktor|Lindqvist
        6; 2022-11-01; ; Rossi; Chiara|Rossi, Paolo|Rossi
        7; 2021-04-01; ; ; Helga|Petersen
        """;

    private const string Roles = """
        Magdalena Voss; ADMIN; 2022-05-01;
        Samira Haddad; ADMIN; 2024-03-01;
        Cem Demir; MAINTAINER; 2023-01-01;
        """;

    private const string SignIns = """
        Magdalena Voss; magdalena@seestrasse.example
        Helga Petersen; helga@seestrasse.example
        Samira Haddad; samira@lindenhof.example
        """;

    public static readonly DemoStory Lines = new(
        Buildings,
        Occupancies,
        Roles,
        SignIns,
        Labels: "",
        Tasks: "",
        Duties: "",
        Swaps: "",
        Periods: "",
        Hours: "",
        Exemptions: "",
        Board: "Magdalena Voss",
        Caretaker: "Magdalena Voss"
    );
}
