using Cooperator.Api.Platform.Refusals;

namespace Cooperator.Api.Features.Jobs;

public sealed class JobNotFoundException() : RefusalException("There is no such job.");

public sealed class JobAlreadyRunningException() : RefusalException("The job is running, or will be in a moment.");
