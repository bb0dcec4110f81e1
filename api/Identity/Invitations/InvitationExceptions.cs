using Cooperator.Api.Platform.Refusals;

namespace Cooperator.Api.Identity;

public sealed class InvitationNotFoundException() : RefusalException("There is no such invitation.");

public sealed class InvitationNotOpenException() : RefusalException("This invitation was accepted or revoked before.");
