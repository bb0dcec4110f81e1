using System.Globalization;
using System.Text;
using Cooperator.Api.Features.Members;

namespace Cooperator.Api.Database.Demo;

/// <summary>Believable ways to reach people, none of which reaches anybody.</summary>
internal static class DemoContacts
{
    public static Language LanguageOf(Random random) => random.Next(5) == 0 ? Language.En : Language.De;

    public static ContactChange Of(Member member, string coop, Random random)
    {
        var mailbox = Mailbox(member.GivenName, member.FamilyName);
        var email = mailbox is null || random.Next(8) == 0 ? null : $"{mailbox}@{coop}.example";
        var phone = random.Next(4) == 0 ? null : $"+49 30 555 {random.Next(1000, 9999)}";
        return new ContactChange(email, phone, Visibility(random), Visibility(random));
    }

    private static ContactVisibility Visibility(Random random) =>
        random.Next(3) == 0 ? ContactVisibility.Board : ContactVisibility.Members;

    private static string? Mailbox(string given, string family)
    {
        var box = $"{Latin(given)}.{Latin(family)}".Trim('.');
        return box.Length < 5 ? null : box;
    }

    private static string Latin(string name)
    {
        var letters = name.ToLowerInvariant()
            .Replace("ß", "ss", StringComparison.Ordinal)
            .Replace('ı', 'i')
            .Replace('ø', 'o')
            .Normalize(NormalizationForm.FormD)
            .Where(c =>
                char.IsAsciiLetter(c) && CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark
            );
        return string.Concat(letters);
    }
}
