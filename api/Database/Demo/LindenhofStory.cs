namespace Cooperator.Api.Database.Demo;

/// <summary>The demo's first co-op: 42 units in three houses, 61 members, three years on record.</summary>
internal static class LindenhofStory
{
    // Building; address; first number; then one word per unit: floor:type:m²:rooms
    private const string Buildings = """
        Vorderhaus; Lindenstraße 12, 10969 Berlin; 1; 0:COMMERCIAL:84:2 0:COMMERCIAL:57.5:2 0:COMMON:46:1 1:FLAT:92.4:4 1:FLAT:78.1:3 1:FLAT:54.6:2 2:FLAT:92.4:4 2:FLAT:78.1:3 2:FLAT:54.6:2 3:FLAT:92.4:4 3:FLAT:78.1:3 3:FLAT:54.6:2 4:FLAT:92.4:4 4:FLAT:78.1:3 4:FLAT:54.6:2 5:FLAT:69.3:2.5 5:FLAT:71.8:2.5 5:FLAT:63:2
        Seitenflügel; Lindenstraße 12a, 10969 Berlin; 19; 0:COMMON:31:1 0:FLAT:49.2:1.5 1:FLAT:66.7:2.5 1:FLAT:49.2:1.5 2:FLAT:66.7:2.5 2:FLAT:49.2:1.5 3:FLAT:66.7:2.5 3:FLAT:49.2:1.5 4:FLAT:66.7:2.5 4:FLAT:49.2:1.5 5:ROOM:22.4:1 5:ROOM:24.1:1
        Gartenhaus; Lindenstraße 12b, 10969 Berlin; 31; 0:FLAT:88:3.5 0:FLAT:81.5:3 1:FLAT:58.9:2 1:FLAT:88:3.5 1:FLAT:44.3:1.5 2:FLAT:88:3.5 2:FLAT:58.9:2 2:FLAT:101.2:5 3:FLAT:88:3.5 3:FLAT:58.9:2 3:FLAT:74.6:3 4:FLAT:96.8:4
        """;

    // Unit; first day; last day; household (nothing: one person alone); persons
    private const string Occupancies = """
        1; 2021-01-01; ; ; Teresa|Wójcik
        4; 2019-05-01; ; Öztürk; Alma|Öztürk, Kerem|Öztürk
        5; 2020-03-15; ; Nguyen und Berger; Linh|Nguyen, Johannes|Berger
        6; 2018-09-01; ; ; Baptiste|Lefèvre
        7; 2021-02-01; ; Kowalczyk; Agnieszka|Kowalczyk, Piotr|Kowalczyk
        8; 2019-03-01; 2023-10-15; Wagner; Peter|Wagner, Silke|Wagner
        8; 2023-11-01; ; Okafor; Chinedu|Okafor, Ngozi|Okafor
        9; 2017-01-01; ; ; Hannelore|Brandt
        10; 2022-06-01; ; WG Lindenblick; Jonas|Weiß, Samira|Haddad, Elif|Şahin
        11; 2020-05-01; 2024-01-15; ; Emma|Bauer
        11; 2024-02-01; ; García Fernández; Lucía|García, Mateo|Fernández
        12; 2019-10-01; ; Schröder; Ulrike|Schröder, Frank|Schröder
        13; 2018-02-01; 2024-07-15; ; Otto|Zimmermann
        13; 2024-08-01; ; ; Yuki|Tanaka
        14; 2020-01-01; ; Petrović; Milica|Petrović, Dragan|Petrović
        15; 2021-09-01; 2025-03-15; Castillo; Diego|Castillo, Camila|Rojas
        15; 2025-04-01; ; Andersson; Björn|Andersson, Freya|Andersson
        16; 2018-05-01; ; ; Gertrud|Müller
        17; 2021-03-01; 2026-08-31; Arslan; Deniz|Arslan, Mert|Arslan
        18; 2017-04-01; 2023-09-10; ; Waltraud|Neumann
        18; 2023-09-15; ; Al-Masri; Yusuf|Al-Masri, Rania|Al-Masri
        20; 2021-07-01; ; ; Seán|Ó Briain
        21; 2022-01-01; ; Zieliński; Zofia|Zielińska, Marek|Zieliński
        22; 2019-02-01; ; ; Wilhelm|Krüger
        23; 2019-11-01; 2024-04-15; ; Hassan|Karimi
        23; 2024-05-01; ; Traoré; Aminata|Traoré, Moussa|Traoré
        24; 2020-11-01; ; ; Tereza|Nováková
        25; 2022-02-01; 2025-09-15; Stein; Miriam|Stein, David|Stein
        25; 2025-10-01; ; Kim und Han; Ji-woo|Kim, Seo-yeon|Han
        26; 2018-03-01; ; ; Ingrid|Sørensen
        27; 2020-09-01; 2023-09-20; ; Vesna|Horvat
        27; 2023-10-01; ; Popescu; Ioana|Popescu, Andrei|Popescu
        28; 2021-05-01; ; ; Fatima Zahra|Benali
        29; 2023-04-01; 2025-02-15; ; Pauline|Roux
        29; 2025-03-01; ; ; Léa|Dubois
        30; 2022-10-01; 2026-01-15; ; Emil|Horvat
        30; 2026-02-01; ; ; Tomasz|Lis
        31; 2017-06-01; ; Hoffmann; Renate|Hoffmann, Dieter|Hoffmann
        32; 2022-09-01; ; Wang und Li; Xiaoming|Wang, Na|Li
        33; 2020-07-01; ; ; Κωνσταντίνος|Παπαδόπουλος
        34; 2018-10-01; 2024-11-15; Lange; Karin|Lange, Uwe|Lange
        34; 2024-12-01; ; Шевченко; Оксана|Шевченко, Тарас|Шевченко
        35; 2019-08-01; ; ; Kübra|Yıldız
        36; 2023-01-01; ; Santos; João|Santos, Beatriz|Santos
        37; 2021-10-01; ; ; Rosalind|Achterberg
        38; 2020-02-01; 2025-06-15; WG Gartenhaus; Sven|Olsen, Ida|Koch
        38; 2025-07-01; ; WG Kirschbaum; Mia|Lehmann, Noah|Fischer, Priya|Raghunathan
        39; 2018-12-01; ; D'Angelo; Giulia|D'Angelo, Marco|D'Angelo
        40; 2022-04-01; ; ; Selam|Haile
        41; 2019-06-01; 2026-04-15; ; Ruth|Feldmann
        41; 2026-05-01; ; Nakamura und Vogel; Hana|Nakamura, Lukas|Vogel
        """;

    // Person; role; first day; last day. A person without a home joins with the role.
    private const string Roles = """
        Alma Öztürk; ADMIN; 2019-05-01;
        Ulrike Schröder; ADMIN; 2024-10-01; 2027-09-30
        Otto Zimmermann; ADMIN; 2018-02-01; 2024-07-15
        Piotr Kowalczyk; MAINTAINER; 2022-01-01;
        Ioana Popescu; MAINTAINER; 2025-01-01;
        Margarete von Thun; OBSERVER; 2023-10-01; 2027-03-31
        """;

    // Person; e-mail to sign in with.
    private const string SignIns = """
        Alma Öztürk; alma@lindenhof.example
        Piotr Kowalczyk; piotr@lindenhof.example
        Linh Nguyen; linh@lindenhof.example
        Samira Haddad; samira@lindenhof.example
        Margarete von Thun; margarete@lindenhof.example
        """;

    public static readonly DemoStory Lines = new(
        Buildings,
        Occupancies,
        Roles,
        SignIns,
        LindenhofTasks.Labels,
        LindenhofTasks.Tasks,
        LindenhofDuties.Duties,
        LindenhofDuties.Swaps,
        LindenhofDuties.Periods,
        LindenhofDuties.Hours,
        LindenhofDuties.Exemptions,
        Board: "Alma Öztürk",
        Caretaker: "Piotr Kowalczyk"
    );
}
