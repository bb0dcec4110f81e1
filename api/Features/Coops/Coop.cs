using Cooperator.Api.Database;
using Cooperator.Api.Platform.Refusals;

namespace Cooperator.Api.Features.Coops;

/// <summary>A housing co-operative: the tenant.</summary>
public sealed class Coop : Entity, ITenant
{
    private Coop() { }

    public Coop(string slug, string name, string timeZone, string currency, string locale)
    {
        Slug = CoopSlug.Check(slug);
        Currency = CheckCurrency(currency);
        TakeDescription(name, timeZone, locale);
        Raise("coop.founded", new { Slug });
    }

    /// <summary>The co-op's name in addresses and in the <c>Cooperator-Coop</c> header; never changes.</summary>
    public string Slug { get; private set; } = "";

    public string Name { get; private set; } = "";

    public string TimeZone { get; private set; } = "UTC";

    /// <summary>ISO 4217.</summary>
    public string Currency { get; private set; } = "EUR";

    /// <summary>BCP 47; the language of what the co-op itself writes.</summary>
    public string Locale { get; private set; } = "en";

    public string? LegalForm { get; private set; }

    /// <summary>
    /// Raised with each change of who administers. Two changes at once both write this row, so the second one is run
    /// again and sees the first: the last administrator can not be lost between them.
    /// </summary>
    public int AdministrationVersion { get; private set; }

    public void Describe(string name, string timeZone, string locale)
    {
        TakeDescription(name, timeZone, locale);
        Raise(
            "coop.changed",
            new
            {
                Name,
                TimeZone,
                Locale,
            }
        );
    }

    public void DescribeLegalForm(string? legalForm) =>
        LegalForm = InvalidInputException.OptionalText(legalForm, "legalForm", 100);

    public void AdministrationChanges() => AdministrationVersion++;

    private void TakeDescription(string name, string timeZone, string locale)
    {
        var check = new InputCheck();
        Name = check.Take(() => InvalidInputException.Text(name, "name", 200));
        TimeZone = check.Take(() => CheckTimeZone(timeZone));
        Locale = check.Take(() => InvalidInputException.Text(locale, "locale", 16));
        check.Demand();
    }

    private static string CheckTimeZone(string? timeZone) =>
        TimeZoneInfo.TryFindSystemTimeZoneById(timeZone ?? "", out var zone)
            ? zone.Id
            : throw new InvalidInputException(InputFaultCode.UnknownTimeZone, "timeZone");

    private static string CheckCurrency(string currency) =>
        currency.Length == 3 && currency.All(char.IsAsciiLetterUpper)
            ? currency
            : throw new InvalidInputException(InputFaultCode.InvalidCurrency, "currency");
}
