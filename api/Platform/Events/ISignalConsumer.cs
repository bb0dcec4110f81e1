namespace Cooperator.Api.Platform.Events;

/// <summary>Told on this node what the database says on one channel after a commit. Nothing said is kept for later.</summary>
public interface ISignalConsumer
{
    string Channel { get; }

    /// <summary>From now on signals are heard; what was said before, or while the connection was lost, was missed.</summary>
    ValueTask ListeningAsync(CancellationToken cancellationToken);

    ValueTask HearAsync(string payload, CancellationToken cancellationToken);
}
