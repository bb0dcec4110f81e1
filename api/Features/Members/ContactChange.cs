using System.Net.Mail;
using Cooperator.Api.Platform.Refusals;

namespace Cooperator.Api.Features.Members;

/// <summary>A member's contact details as they shall be.</summary>
public sealed record ContactChange(
    string? Email,
    string? Phone,
    ContactVisibility EmailVisibility,
    ContactVisibility PhoneVisibility
)
{
    public static ContactChange Of(Member member) =>
        new(member.Email, member.Phone, member.EmailVisibility, member.PhoneVisibility);

    internal ContactChange Checked()
    {
        var check = new InputCheck();
        var email = check.Take(CheckedEmail);
        var phone = check.Take(() => InvalidInputException.OptionalText(Phone, "phone", 50));
        check.Demand();
        return this with { Email = email, Phone = phone };
    }

    private string? CheckedEmail()
    {
        var email = InvalidInputException.OptionalText(Email, "email", 254);
        return email is null || (MailAddress.TryCreate(email, out var address) && address.Address == email)
            ? email
            : throw new InvalidInputException("This is not an e-mail address.", "email");
    }
}
