namespace Cooperator.Api.Database.Demo;

/// <summary>A year on Lindenhof's board.</summary>
internal static class LindenhofTasks
{
    // Name; colour
    public const string Labels = """
        Haus; ORANGE
        Garten; GREEN
        Technik; BLUE
        Gemeinschaft; PINK
        Verwaltung; GREY
        Dringend; RED
        """;

    // Added on; by; title; labels; due; hours; who has it; how far: a column, or the day it was done; steps (+ is done); what was said
    public const string Tasks = """
        2025-12-06; Piotr Kowalczyk; Heizung entlüften, alle Etagen; Technik; 2025-12-20; 3; Piotr Kowalczyk, Andrei Popescu; 2025-12-13; Vorderhaus, Seitenflügel, Gartenhaus; Gertrud Müller: Bei mir gluckert es noch.
        2025-12-06; Alma Öztürk; Jahresabschluss vorbereiten; Verwaltung; 2026-01-31; 12; Alma Öztürk, Ulrike Schröder; 2026-01-31; Belege sortieren, Kontoauszüge abgleichen, Entwurf an den Prüfer;
        2025-12-06; Linh Nguyen; Weihnachtsbaum im Hof aufstellen; Gemeinschaft; 2025-12-13; 2; Linh Nguyen, Johannes Berger; 2025-12-13; ;
        2025-12-13; Samira Haddad; Silvester: Feuerlöscher in den Hof stellen; Gemeinschaft, Dringend; 2025-12-31; 0.5; Jonas Weiß; 2025-12-27; ;
        2026-01-03; Ioana Popescu; Streugut nachfüllen; Haus; 2026-01-10; 1; Seán Ó Briain; 2026-01-10; ; Seán Ó Briain: Zwei Säcke liegen jetzt im Durchgang.
        2026-01-03; Ngozi Okafor; Weihnachtsbäume entsorgen; Gemeinschaft; 2026-01-10; 1.5; Chinedu Okafor; 2026-01-10; ;
        2026-01-17; Hannelore Brandt; Waschmaschine 2 schleudert nicht; Technik; 2026-01-24; 2; Piotr Kowalczyk; 2026-01-24; Flusensieb, Pumpe, Probelauf; Hannelore Brandt: Danke, sie läuft wieder!
        2026-01-17; Ulrike Schröder; Nebenkostenabrechnung prüfen; Verwaltung; 2026-03-31; 8; Ulrike Schröder; 2026-03-28; ;
        2026-01-31; Kerem Öztürk; Kinderwagenraum ausmisten; Haus; 2026-02-14; 3; Kerem Öztürk, Lucía García; 2026-02-14; Zettel aushängen, Herrenloses in den Hof, Sperrmüll bestellen;
        2026-02-07; Tereza Nováková; Licht im Seitenflügel flackert; Technik, Dringend; 2026-02-10; 1; Andrei Popescu; 2026-02-14; ;
        2026-02-07; Alma Öztürk; Einladung zur Mitgliederversammlung; Verwaltung; 2026-02-28; 2; Alma Öztürk; 2026-02-28; Tagesordnung, Druck, Aushang; Ulrike Schröder: Bitte den Punkt Fahrradkeller aufnehmen.
        2026-02-21; Milica Petrović; Frühjahrsputz planen; Gemeinschaft; 2026-03-14; 2; Milica Petrović; 2026-03-14; Termin, Geräte, Kuchen;
        2026-02-21; Frank Schröder; Dachrinne Gartenhaus reinigen; Haus; 2026-03-21; 4; Frank Schröder, Björn Andersson; 2026-03-21; Leiter sichern, Laub heraus, Fallrohr spülen;
        2026-03-07; Wilhelm Krüger; Bänke im Hof abschleifen und ölen; Garten; 2026-04-18; 6; Wilhelm Krüger, Noah Fischer; 2026-04-18; Schleifen, Ölen, Zweiter Gang; Wilhelm Krüger: Das Öl steht in der Werkstatt.
        2026-03-07; Rosalind Achterberg; Beete vorbereiten; Garten; 2026-04-04; 5; Rosalind Achterberg, Mia Lehmann; 2026-04-04; Kompost verteilen, Umgraben, Saatgut tauschen;
        2026-03-21; Samira Haddad; Bücherregal im Gemeinschaftsraum; Gemeinschaft; ; 4; Samira Haddad; 2026-04-11; ;
        2026-03-21; Yuki Tanaka; Aushang im Treppenhaus mehrsprachig; Gemeinschaft; 2026-04-11; 3; Yuki Tanaka, Yusuf Al-Masri; 2026-04-11; Türkisch, Arabisch, Polnisch;
        2026-04-04; Piotr Kowalczyk; Wasserzähler ablesen; Technik; 2026-04-18; 3; Piotr Kowalczyk; 2026-04-18; ;
        2026-04-04; Ioana Popescu; Fahrräder pumpen: Luftpumpe ersetzen; Haus; 2026-04-25; 0.5; Jonas Weiß; 2026-04-18; ;
        2026-04-18; Linh Nguyen; Sommerfest vorbereiten; Gemeinschaft; 2026-06-20; 10; Linh Nguyen, Samira Haddad, Ngozi Okafor; 2026-06-20; Genehmigung, Musik, Grill, Lampions, Aufräumplan; Ngozi Okafor: Ich frage die Band vom letzten Jahr.
        2026-04-18; Zofia Zielińska; Spielgeräte prüfen; Garten, Dringend; 2026-05-02; 1.5; Zofia Zielińska; 2026-05-02; Schrauben, Seile, Fallschutz;
        2026-05-02; Alma Öztürk; Mitgliederdaten auf dem neuen Stand; Verwaltung; 2026-05-30; 4; Alma Öztürk; 2026-05-30; ;
        2026-05-02; Selam Haile; Tauschregal aufräumen; Gemeinschaft; 2026-05-16; 1; Selam Haile; 2026-05-16; ;
        2026-05-16; Kübra Yıldız; Regentonne anschließen; Garten; 2026-05-30; 2; Kübra Yıldız, Noah Fischer; 2026-05-30; Fallrohrklappe, Hahn abdichten;
        2026-05-16; Andrei Popescu; Rauchmelder prüfen; Technik; 2026-06-13; 6; Andrei Popescu, Piotr Kowalczyk; 2026-06-13; Vorderhaus, Seitenflügel, Gartenhaus;
        2026-05-30; Hannelore Brandt; Hausordnung neu aushängen; Haus; ; 0.5; Hannelore Brandt; 2026-06-06; ;
        2026-06-13; Mia Lehmann; Gießplan für die Ferien; Garten; 2026-07-04; 1; Mia Lehmann, Rosalind Achterberg; 2026-06-27; ;
        2026-06-27; Björn Andersson; Fenster im Treppenhaus putzen; Haus; 2026-07-18; 5; Björn Andersson, Tereza Nováková; 2026-07-18; Vorderhaus, Seitenflügel, Gartenhaus;
        2026-07-04; Ulrike Schröder; Versicherungen vergleichen; Verwaltung; 2026-08-31; 6; Ulrike Schröder; 2026-08-29; ;
        2026-07-18; Chinedu Okafor; Türschließer Hintereingang einstellen; Technik; 2026-08-01; 1; Chinedu Okafor; 2026-08-01; ; Gertrud Müller: Jetzt schlägt sie nicht mehr, vielen Dank.
        2026-08-01; Léa Dubois; Kräuterspirale bauen; Garten; 2026-08-29; 8; Léa Dubois, Rosalind Achterberg; 2026-08-29; Steine, Erde, Pflanzen;
        2026-08-15; Piotr Kowalczyk; Keller: Feuchtigkeit messen; Technik; 2026-09-12; 2; Piotr Kowalczyk; 2026-09-12; ;
        2026-08-29; Samira Haddad; Kinoabend im Hof; Gemeinschaft; 2026-09-05; 3; Samira Haddad, Jonas Weiß; 2026-09-05; Leinwand, Strom, Abstimmung über den Film;
        2026-09-05; Alma Öztürk; Wartungsvertrag Aufzug verlängern; Verwaltung; 2026-09-30; 1; Alma Öztürk; 2026-09-26; ;
        2026-09-12; Frank Schröder; Regenrinne am Fahrradschuppen; Haus; 2026-10-10; 3; Frank Schröder; 2026-10-10; ;
        2026-09-26; Hana Nakamura; Sprachcafé ins Leben rufen; Gemeinschaft; 2026-10-24; 4; Hana Nakamura, Yuki Tanaka; 2026-10-24; Raum, Plakat, Erster Termin;
        2026-10-03; Ioana Popescu; Heizöl und Fernwärme: Verbrauch vergleichen; Technik, Verwaltung; 2026-10-31; 3; Ioana Popescu; 2026-10-31; ;
        2026-10-10; Wilhelm Krüger; Laub im Hof; Garten; 2026-11-14; 4; Wilhelm Krüger, Noah Fischer; 2026-11-14; Rechen, Biotonnen bestellen;
        2026-09-19; Piotr Kowalczyk; Treppenhaus Vorderhaus streichen; Haus; 2026-11-21; 16; Piotr Kowalczyk, Frank Schröder, Björn Andersson; IN_PROGRESS; +Farbe aussuchen, +Abkleben, +Grundieren, Erdgeschoss bis zweiter Stock, Dritter bis fünfter Stock; Hannelore Brandt: Das Grün vom Muster gefällt mir sehr. | Piotr Kowalczyk: Am Samstag ab neun, Pinsel sind da.
        2026-10-10; Jonas Weiß; Fahrradkeller aufräumen; Haus; 2026-11-28; 5; Jonas Weiß, Kerem Öztürk; IN_PROGRESS; +Zettel an alle Räder, Herrenlose fotografieren, Spende an die Werkstatt; Samira Haddad: Das blaue ohne Sattel gehört mir!
        2026-10-24; Andrei Popescu; Heizung entlüften vor dem Winter; Technik, Dringend; 2026-11-20; 3; Andrei Popescu; IN_PROGRESS; +Vorderhaus, Seitenflügel, Gartenhaus;
        2026-10-24; Linh Nguyen; Lichterkette im Hof; Gemeinschaft; 2026-12-05; 2; Linh Nguyen; REVIEW; +Kaufen, +Aufhängen, Zeitschaltuhr;
        2026-10-31; Ulrike Schröder; Wirtschaftsplan 2027; Verwaltung; 2026-12-12; 10; Ulrike Schröder, Alma Öztürk; REVIEW; +Zahlen, +Entwurf, Aufsichtsrat; Alma Öztürk: Ich lese am Wochenende gegen.
        2026-10-31; Milica Petrović; Klingelschilder erneuern; Haus; 2026-11-14; 1.5; ; TODO; ;
        2026-11-07; Gertrud Müller; Handlauf im Seitenflügel ist locker; Haus, Dringend; 2026-11-18; 1; ; TODO; ; Gertrud Müller: Zwischen erstem und zweitem Stock.
        2026-11-07; Rosalind Achterberg; Obstbäume schneiden; Garten; 2027-02-13; 6; Rosalind Achterberg; TODO; Termin mit dem Gartenverein, Schere schärfen;
        2026-11-07; Samira Haddad; Adventskaffee; Gemeinschaft; 2026-12-06; 3; Samira Haddad, Ngozi Okafor; TODO; Kuchenliste, Raum, Musik; Selam Haile: Ich bringe Himbasha mit.
        2026-11-14; Ioana Popescu; Streugut bestellen; Haus; 2026-12-01; 0.5; Seán Ó Briain; TODO; ;
        2026-11-14; Yusuf Al-Masri; Briefkasten 18 klemmt; Technik; ; 0.5; ; TODO; ;
        2026-11-14; Aminata Traoré; Hausaufgabenhilfe: Wochenplan; Gemeinschaft; 2027-01-09; 2; Aminata Traoré; TODO; ;
        2026-11-14; Alma Öztürk; Neue Mitglieder begrüßen; Gemeinschaft, Verwaltung; 2026-12-10; 1; ; TODO; Mappe, Rundgang, Patin finden;
        2026-11-21; Piotr Kowalczyk; Angebot für die Dachdämmung einholen; Technik; 2027-01-31; 4; Piotr Kowalczyk; TODO; Drei Betriebe anfragen, Förderung klären;
        """;
}
