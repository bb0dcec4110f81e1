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
        var email = check.Take(() => InvalidInputException.OptionalEmail(Email, "email"));
        var phone = check.Take(() => InvalidInputException.OptionalText(Phone, "phone", 50));
        check.Demand();
        return this with { Email = email, Phone = phone };
    }
}
