namespace Cooperator.Api.Platform;

/// <summary>The three ways into the one database, each as its own role.</summary>
/// <param name="Owner">Owns the tables; used for migrations only.</param>
/// <param name="App">Serves requests; owns nothing and can not bypass row-level security.</param>
/// <param name="Relay">Reads the event log of every co-op to wake subscriptions; may do nothing else.</param>
public sealed record DatabaseConnections(string Owner, string App, string Relay);
