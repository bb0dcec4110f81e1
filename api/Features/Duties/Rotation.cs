namespace Cooperator.Api.Features.Duties;

/// <summary>
/// Whose turn it is: of those who can, the one whose last turn is longest ago; among those who never had one, the first
/// in the order. Who was skipped is next once back, and makes up for nothing.
/// </summary>
public sealed class Rotation
{
    private readonly IReadOnlyList<Guid> _members;
    private readonly Dictionary<Guid, DateOnly> _lastTurns;

    /// <param name="members">The order.</param>
    /// <param name="lastTurns">The latest day each of them was planned for.</param>
    public Rotation(IReadOnlyList<Guid> members, IReadOnlyDictionary<Guid, DateOnly> lastTurns)
    {
        _members = members;
        _lastTurns = new(lastTurns);
    }

    /// <summary>Plans a turn; null when nobody can, and then whoever likes may take it.</summary>
    public Guid? Next(DateOnly day, Func<Guid, DateOnly, bool> can)
    {
        var able = _members.Where(m => can(m, day)).ToList();
        if (able.Count == 0)
        {
            return null;
        }

        var next = able.MinBy(m => _lastTurns.GetValueOrDefault(m, DateOnly.MinValue));
        // A day that is given anew lies before days that are planned already: who takes it goes to the end of the line, too.
        var latest = _lastTurns.Count == 0 ? day : _lastTurns.Values.Max();
        _lastTurns[next] = day > latest ? day : latest.AddDays(1);
        return next;
    }
}
