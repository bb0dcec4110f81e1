namespace Cooperator.Api.Features.Members;

/// <summary>A language theCooperator speaks.</summary>
public enum Language
{
    En,
    De,
    Fr,
    Es,
}

public static class Languages
{
    /// <summary>What is spoken where this locale (BCP 47) is used, as far as theCooperator speaks it.</summary>
    public static Language SpokenIn(string locale) =>
        Enum.TryParse<Language>(locale.Split('-')[0], ignoreCase: true, out var language) ? language : Language.En;
}
