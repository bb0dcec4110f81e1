namespace Cooperator.Api.Features.Members;

public enum MembershipStatus
{
    Current,
    Former,

    /// <summary>Will join on a day already known.</summary>
    Future,
}
