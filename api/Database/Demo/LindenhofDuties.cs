namespace Cooperator.Api.Database.Demo;

/// <summary>A year of Lindenhof's duties and hours.</summary>
internal static class LindenhofDuties
{
    // Title; description; rule; first day; hours; persons in turn
    public const string Duties = """
        Treppenhaus Vorderhaus fegen; Vom fünften Stock bis in den Keller, auch die Fensterbretter.; FREQ=WEEKLY,BYDAY=SA; 2025-12-06; 1.5; Linh Nguyen, Baptiste Lefèvre, Agnieszka Kowalczyk, Chinedu Okafor, Samira Haddad, Lucía García, Frank Schröder, Yuki Tanaka, Milica Petrović, Freya Andersson
        Hof und Mülltonnen; Tonnen am Vorabend an die Straße, danach den Hof kehren.; FREQ=WEEKLY,BYDAY=TH; 2025-12-04; 1; Seán Ó Briain, Marek Zieliński, Aminata Traoré, Tereza Nováková, Ji-woo Kim, Andrei Popescu
        Waschküche putzen; Flusensiebe, Abfluss, Boden. Waschmittel nachbestellen, wenn weniger als zwei Packungen da sind.; FREQ=MONTHLY,BYDAY=1SA; 2025-12-06; 2; Selam Haile, Mia Lehmann, Giulia D'Angelo, João Santos
        """;

    // Duty; its day; who offers it; who takes it; why; the day it was taken (nothing: it is still offered)
    public const string Swaps = """
        Treppenhaus Vorderhaus fegen; 2026-02-21; Baptiste Lefèvre; Linh Nguyen; Ich bin an dem Wochenende in Leipzig.; 2026-02-12
        Hof und Mülltonnen; 2026-07-09; Marek Zieliński; Tereza Nováková; Urlaub bis zum 12.; 2026-07-02
        Treppenhaus Vorderhaus fegen; 2026-10-10; Samira Haddad; Milica Petrović; Mein Knie macht nicht mit.; 2026-10-05
        Treppenhaus Vorderhaus fegen; 2026-12-12; Chinedu Okafor; ; Wir haben Besuch. Wer kann am Zwölften?;
        """;

    // Name; first day; last day; hours that each member owes
    public const string Periods = """
        2025; 2025-01-01; 2025-12-31; 24
        2026; 2026-01-01; 2026-12-31; 24
        """;

    // Day; kind; hours; why; persons
    public const string Hours = """
        2026-03-14; MEETING; 2.5; Mitgliederversammlung; Alma Öztürk, Ulrike Schröder, Linh Nguyen, Johannes Berger, Baptiste Lefèvre, Agnieszka Kowalczyk, Piotr Kowalczyk, Chinedu Okafor, Samira Haddad, Jonas Weiß, Frank Schröder, Yuki Tanaka, Milica Petrović, Seán Ó Briain, Tereza Nováková, Wilhelm Krüger, Ioana Popescu, Selam Haile, Giulia D'Angelo, Rosalind Achterberg, Renate Hoffmann, Dieter Hoffmann
        2026-06-20; BONUS; 2; Nachts die Bierbänke zurückgetragen; Ngozi Okafor, Noah Fischer
        2026-09-12; CORRECTION; -1.5; Doppelt eingetragen; Wilhelm Krüger
        """;

    // Who; first day; last day; per cent that are still owed; why
    public const string Exemptions = """
        Hannelore Brandt; 2025-01-01; ; 0; Gesundheit
        Lucía García; 2026-05-01; 2026-10-31; 50; Elternzeit
        """;
}
