namespace Cooperator.GraphQL;

/// <summary>A value of an input record that may be absent, which is not the same as null.</summary>
public readonly struct Optional<T> : IEquatable<Optional<T>>
{
    private readonly T? value;

    /// <summary>A present value, which may be null.</summary>
    public Optional(T? value)
    {
        this.value = value;
        HasValue = true;
    }

    /// <summary>Whether the input had the field.</summary>
    public bool HasValue { get; }

    /// <summary>The value; the default of <typeparamref name="T"/> when absent.</summary>
    public T? Value => value;

    /// <summary>The value when present, otherwise <paramref name="fallback"/>.</summary>
    public T? Or(T? fallback) => HasValue ? value : fallback;

    /// <inheritdoc />
    public bool Equals(Optional<T> other) =>
        HasValue == other.HasValue && EqualityComparer<T?>.Default.Equals(value, other.value);

    /// <inheritdoc />
    public override bool Equals(object? obj) => obj is Optional<T> other && Equals(other);

    /// <inheritdoc />
    public override int GetHashCode() => HashCode.Combine(HasValue, value);

    /// <inheritdoc />
    public override string ToString() => HasValue ? $"{value}" : "absent";

    /// <summary>Whether both are absent or hold equal values.</summary>
    public static bool operator ==(Optional<T> left, Optional<T> right) => left.Equals(right);

    /// <summary>Whether one is absent or the values differ.</summary>
    public static bool operator !=(Optional<T> left, Optional<T> right) => !left.Equals(right);

    /// <summary>A plain value is a present one.</summary>
    public static implicit operator Optional<T>(T? value) => new(value);
}
