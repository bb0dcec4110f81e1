namespace Cooperator.Api.Database.Security;

/// <summary>The three roles of the database; none of them is a superuser, and none may bypass row-level security.</summary>
public static class DatabaseRoles
{
    /// <summary>Owns the tables; only migrations sign in as it.</summary>
    public const string Owner = "cooperator_owner";

    /// <summary>The API. Owns nothing.</summary>
    public const string App = "cooperator_app";

    /// <summary>Reads the event log of all co-ops, and nothing else.</summary>
    public const string Relay = "cooperator_relay";
}
