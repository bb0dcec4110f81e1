using System.Net.Sockets;
using Npgsql;

namespace Cooperator.Api.Platform;

/// <summary>Tells a database that is away from a fault of ours, so that people are asked to wait and not to report.</summary>
public static class DatabaseOutage
{
    /// <summary>The code on the wire.</summary>
    public const string Code = "DATABASE_UNAVAILABLE";

    /// <summary>Whether this failure, or one it was caused by, is the connection's and not the statement's.</summary>
    public static bool Is(Exception exception)
    {
        for (var e = exception; e is not null; e = e.InnerException)
        {
            if (IsConnectionFailure(e))
            {
                return true;
            }
        }
        return false;
    }

    private static bool IsConnectionFailure(Exception exception) =>
        exception switch
        {
            // The classes of errors in which the server refuses or ends a connection: shutting down, starting, full.
            PostgresException { SqlState: "57P01" or "57P02" or "57P03" or "53300" or "08006" or "08003" } => true,
            PostgresException => false,
            NpgsqlException { InnerException: SocketException or IOException or TimeoutException } => true,
            NpgsqlException { IsTransient: true } => true,
            _ => false,
        };
}
