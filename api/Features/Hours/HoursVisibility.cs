using Cooperator.Api.Features.Members;
using Cooperator.Api.Identity;

namespace Cooperator.Api.Features.Hours;

/// <summary>Who may look into the ledger: everybody at their own lines, the board at all.</summary>
internal static class HoursVisibility
{
    public static IQueryable<HoursLine> VisibleTo(this IQueryable<HoursLine> lines, CurrentMember me)
    {
        var self = me.MemberId;
        return me.Is(Role.Admin) ? lines : lines.Where(l => l.MemberId == self);
    }
}
