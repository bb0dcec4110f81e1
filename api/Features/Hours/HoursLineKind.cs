namespace Cooperator.Api.Features.Hours;

public enum HoursLineKind
{
    /// <summary>A task was done.</summary>
    Task,

    /// <summary>A meeting was attended.</summary>
    Meeting,

    /// <summary>More than the clock says, for work nobody likes.</summary>
    Bonus,

    /// <summary>What the board puts right, up or down.</summary>
    Correction,

    /// <summary>Takes back another line.</summary>
    Reversal,
}

/// <summary>What the board writes by hand; the other kinds are written by what happens to tasks and lines.</summary>
public enum HandwrittenKind
{
    Meeting,
    Bonus,

    /// <summary>The only one that may take hours away.</summary>
    Correction,
}
