namespace Cooperator.Api.Database;

/// <summary>What a transaction has been told about its work; row-level security reads it.</summary>
internal sealed record TransactionSettings(Guid? CoopId, Guid? AccountId, bool ReadOnly);
