using Cooperator.Api.Platform.Refusals;

namespace Cooperator.Api.Features.Members;

/// <summary>A person's name. Either part may be missing, since some people have only one name; not both.</summary>
public sealed record PersonName
{
    private const int Longest = 100;

    public PersonName(string? given, string? family)
    {
        var check = new InputCheck();
        Given = check.Take(() => InvalidInputException.OptionalText(given, "givenName", Longest)) ?? "";
        Family = check.Take(() => InvalidInputException.OptionalText(family, "familyName", Longest)) ?? "";
        check.Demand();
        if (Given.Length + Family.Length == 0)
        {
            throw new InvalidInputException(InputFaultCode.NameMissing, "givenName");
        }
    }

    public string Given { get; }

    public string Family { get; }

    public string Display => $"{Given} {Family}".Trim();

    public string Sort => Family.Length == 0 || Given.Length == 0 ? Display : $"{Family}, {Given}";
}
