namespace Cooperator.Api.Features.Tasks;

/// <summary>The columns of the board, from left to right.</summary>
public enum TaskColumn
{
    Todo,
    InProgress,
    Review,

    /// <summary>Kept for good, the latest first. Moving here is completing, moving away is reopening.</summary>
    Done,
}
