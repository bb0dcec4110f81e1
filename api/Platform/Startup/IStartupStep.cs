namespace Cooperator.Api.Platform.Startup;

/// <summary>
/// Work that must be done before the first request is served. Steps run one after the other in the order in which they
/// were registered; one that throws <see cref="StartupRefusedException"/> ends the start with its sentence.
/// </summary>
public interface IStartupStep
{
    /// <summary>Whether <c>migrate</c>, which brings the database up to date and ends, needs this step too.</summary>
    bool PartOfMigrate => false;

    /// <summary>Does the work; doing it again at the next start must be harmless.</summary>
    Task RunAsync(CancellationToken cancellationToken);
}
