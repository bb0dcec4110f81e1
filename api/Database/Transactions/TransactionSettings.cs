using System.Data.Common;
using Npgsql;
using NpgsqlTypes;

namespace Cooperator.Api.Database.Transactions;

/// <summary>What a transaction is told about its work; row-level security reads it.</summary>
internal sealed record TransactionSettings(Guid? CoopId, Guid? AccountId, bool ReadOnly)
{
    private const string Sql =
        "SELECT set_config('app.coop_id', @app_coop, true), set_config('app.account_id', @app_account, true)";

    private const string ReadOnlySql = Sql + ", set_config('transaction_read_only', 'on', true)";

    public bool SaysNothing => CoopId is null && AccountId is null && !ReadOnly;

    /// <summary>Whether the settings are in front of the command.</summary>
    public static bool AreIn(DbCommand command) => command.CommandText.StartsWith(Sql, StringComparison.Ordinal);

    /// <summary>Puts the settings in front of the command: one round trip, one more result set, which comes first.</summary>
    public void PrependTo(DbCommand command)
    {
        command.CommandText = $"{(ReadOnly ? ReadOnlySql : Sql)};\n{command.CommandText}";
        command.Parameters.Add(Text("app_coop", CoopId));
        command.Parameters.Add(Text("app_account", AccountId));
    }

    public async Task SendAsync(DbConnection connection, DbTransaction? transaction, CancellationToken ct)
    {
        await using var command = connection.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = ReadOnly ? ReadOnlySql : Sql;
        command.Parameters.Add(Text("app_coop", CoopId));
        command.Parameters.Add(Text("app_account", AccountId));
        await command.ExecuteNonQueryAsync(ct);
    }

    private static NpgsqlParameter<string> Text(string name, Guid? value) =>
        new(name, value?.ToString() ?? "") { NpgsqlDbType = NpgsqlDbType.Text };
}
