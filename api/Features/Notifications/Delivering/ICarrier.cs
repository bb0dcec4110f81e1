namespace Cooperator.Api.Features.Notifications;

/// <summary>What is sent at once.</summary>
public interface IParcel
{
    static abstract DeliveryChannel Channel { get; }
}

/// <summary>Sends what is due by one channel. Made anew for each step, inside the co-op.</summary>
/// <typeparam name="TParcel">What is sent at once.</typeparam>
public interface ICarrier<TParcel>
    where TParcel : IParcel
{
    /// <summary>Claims a few deliveries that are due, in a transaction. Empty when there are none.</summary>
    Task<IReadOnlyList<TParcel>> TakeAsync(CancellationToken ct);

    /// <summary>Sends one, outside of any transaction. Does not throw for what a receiver may do.</summary>
    Task<Outcome> SendAsync(TParcel parcel, CancellationToken ct);

    /// <summary>Writes down what came of it, in a transaction.</summary>
    Task RecordAsync(IReadOnlyList<(TParcel Parcel, Outcome Outcome)> sent, CancellationToken ct);
}
