namespace Cooperator.Api.Database;

/// <summary>Something with an identity of its own, which remembers what happened to it until it is saved.</summary>
public abstract class Entity
{
    private List<RaisedEvent>? _raised;

    // Made here and not by the database, so that a new row can be referred to before it is saved; and only when somebody
    // asks, since it costs more than all the rest of reading a row, which brings an id of its own.
    public Guid Id
    {
        get => field == Guid.Empty ? field = Guid.CreateVersion7() : field;
        private set;
    }

    internal IReadOnlyList<RaisedEvent> RaisedEvents => _raised ?? [];

    /// <summary>Notes an event (<c>member.joined</c>); it is written to the event log by the same save.</summary>
    protected void Raise(string kind, object payload) => (_raised ??= []).Add(new RaisedEvent(kind, Id, payload));

    internal void ForgetRaisedEvents() => _raised = null;
}

internal sealed record RaisedEvent(string Kind, Guid SubjectId, object Payload);
