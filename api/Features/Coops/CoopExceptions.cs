using Cooperator.Api.Platform.Refusals;

namespace Cooperator.Api.Features.Coops;

public sealed class SlugTakenException() : RefusalException("Another co-op already has this address.");

public sealed class NoSuchCoopException() : RefusalException("There is no such co-op.");

/// <summary>From then on its own board invites.</summary>
public sealed class CoopHasAccountsException()
    : RefusalException("Somebody of this co-op signs in already. Its administrators invite.");
