namespace Cooperator.GraphQL.Execution;

/// <summary>
/// A conjunction of <c>@include</c> and <c>@skip</c> over boolean variables, each variable one bit of an operation's flags
/// (see <see cref="ConditionVariables"/>): what is included when is decided for each request without compiling again.
/// </summary>
/// <param name="WhenTrue">The variables that must be true.</param>
/// <param name="WhenFalse">The variables that must be false.</param>
internal readonly record struct Inclusion(ulong WhenTrue, ulong WhenFalse)
{
    /// <summary>No condition.</summary>
    public static Inclusion Always => default;

    public bool IsAlways => (WhenTrue | WhenFalse) == 0;

    /// <summary>Whether a variable would have to be both.</summary>
    public bool IsNever => (WhenTrue & WhenFalse) != 0;

    public bool Holds(ulong flags) => (flags & WhenTrue) == WhenTrue && (flags & WhenFalse) == 0;

    /// <summary>Whether this holds whenever the other does.</summary>
    public bool Covers(Inclusion other) => (WhenTrue & ~other.WhenTrue) == 0 && (WhenFalse & ~other.WhenFalse) == 0;

    public Inclusion And(Inclusion other) => new(WhenTrue | other.WhenTrue, WhenFalse | other.WhenFalse);
}
