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

    internal string? CheckedEmail
    {
        get
        {
            var email = InvalidInputException.OptionalText(Email, "email", 254);
            if (email is not null && !(MailAddress.TryCreate(email, out var address) && address.Address == email))
            {
                throw new InvalidInputException("This is not an e-mail address.", "email");
            }

            return email;
        }
    }

    internal string? CheckedPhone => InvalidInputException.OptionalText(Phone, "phone", 50);
}
