using System.Net.Sockets;
using Npgsql;

namespace Cooperator.Api.Platform.Startup;

/// <summary>What goes wrong between a start, its database and its files, as a sentence.</summary>
internal static class DatabaseAtStart
{
    /// <summary>The sentence, or null where the failure is no such thing but a fault of ours.</summary>
    public static string? Sentence(Exception failure)
    {
        if (failure is StartupRefusedException)
        {
            // It is a sentence already.
            return null;
        }

        for (var e = failure; e is not null; e = e.InnerException)
        {
            if (SentenceOf(e) is { } sentence)
            {
                return sentence;
            }
        }
        // Of a name that nobody knows, Npgsql tells as the network does.
        return failure is SocketException || DatabaseOutage.Is(failure)
            ? $"The database does not answer: {failure.Message.TrimEnd('.')}; start again when it does."
            : null;
    }

    private static string? SentenceOf(Exception failure) =>
        failure switch
        {
            // The classes of errors of a refused sign-in and of a missing database.
            PostgresException { SqlState: ['2', '8', ..] or ['3', 'D', ..] } refused =>
                $"The database does not let theCooperator in: {refused.MessageText}; look at the three connection strings "
                    + "of Database, or at postgres.secrets.json of an embedded one.",
            PostgresException { SqlState: PostgresErrorCodes.UndefinedObject } missing =>
                $"The database is not prepared: {missing.MessageText}; make the three roles as docs/operations.md says.",
            PostgresException { SqlState: PostgresErrorCodes.InsufficientPrivilege } forbidden =>
                $"The database does not let theCooperator do what it must: {forbidden.MessageText}; make the three roles as "
                    + "docs/operations.md says, and give each connection string of Database its own.",
            PostgresException { SqlState: PostgresErrorCodes.DiskFull } full =>
                $"The database's disk is full: {full.MessageText}; make room and start again.",
            IOException { HResult: NoSpace or NoQuota or DiskFull } full =>
                $"The disk is full: {full.Message.TrimEnd('.')}; make room and start again.",
            UnauthorizedAccessException forbidden =>
                $"A file can not be used: {forbidden.Message.TrimEnd('.')}; give it to the user that starts theCooperator.",
            _ => null,
        };

    // ENOSPC, EDQUOT of Linux, and what Windows says.
    private const int NoSpace = 28;
    private const int NoQuota = 122;
    private const int DiskFull = unchecked((int)0x80070070);
}
