using Cooperator.Api.Platform.Refusals;

namespace Cooperator.Api.Features.Coops;

public sealed class SlugTakenException() : RefusalException("Another co-op already has this address.");
