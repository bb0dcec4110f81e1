using Cooperator.Api.Identity;

namespace Cooperator.Api.Features.Members;

/// <summary>Which contact details somebody may see: the board all, observers none, the others what each member shares.</summary>
internal sealed record MemberViewer(Guid MemberId, bool SeesAllContacts, bool SeesSharedContacts)
{
    public static MemberViewer Of(CurrentMember me) => new(me.MemberId, me.Is(Role.Admin), me.Is(Role.Resident));

    public ContactDetails? ContactOf(Member member)
    {
        var email = Sees(member, member.EmailVisibility) ? member.Email : null;
        var phone = Sees(member, member.PhoneVisibility) ? member.Phone : null;
        var seesAny = Sees(member, member.EmailVisibility) || Sees(member, member.PhoneVisibility);
        return seesAny ? new ContactDetails(email, phone) : null;
    }

    private bool Sees(Member member, ContactVisibility visibility) =>
        SeesAllContacts || member.Id == MemberId || (SeesSharedContacts && visibility == ContactVisibility.Members);
}

/// <summary>How to reach a member; what the viewer may not see is null.</summary>
public sealed record ContactDetails(string? Email, string? Phone);

/// <summary>Who may see each contact detail.</summary>
public sealed record ContactVisibilitySettings(ContactVisibility Email, ContactVisibility Phone);
