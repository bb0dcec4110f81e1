using Npgsql;

namespace Cooperator.Api.Platform.EmbeddedPostgres;

internal static class ConnectionStrings
{
    public static string For(int port, string database, string role, string password) =>
        new NpgsqlConnectionStringBuilder
        {
            Host = "127.0.0.1",
            Port = port,
            Database = database,
            Username = role,
            Password = password,
            ApplicationName = "theCooperator",
            MaxPoolSize = 60,
        }.ConnectionString;
}
