using Npgsql;

namespace Cooperator.Api.Platform.Startup;

/// <summary>What goes wrong between a start and its database, as a sentence.</summary>
internal static class DatabaseAtStart
{
    /// <summary>The sentence, or null where the failure is no such thing but a fault of ours.</summary>
    public static string? Sentence(Exception failure) =>
        failure switch
        {
            // The classes of errors of a refused sign-in and of a missing database.
            PostgresException { SqlState: ['2', '8', ..] or ['3', 'D', ..] } refused =>
                $"The database does not let theCooperator in: {refused.MessageText}; look at the three connection strings "
                    + "of Database, or at postgres.secrets.json of an embedded one.",
            _ when DatabaseOutage.Is(failure) =>
                $"The database does not answer: {failure.Message.TrimEnd('.')}; start again when it does.",
            _ => null,
        };
}
