using System.Text;

namespace Cooperator.GraphQL.Redis.Resp;

/// <summary>What a reply is made of. RESP3 has more kinds; those that mean the same here are one.</summary>
internal enum RespKind
{
    Null,
    Text,
    Error,
    Number,

    /// <summary>An array, a set, or a map as its keys and values in turns.</summary>
    Items,

    /// <summary>Something the server says unasked.</summary>
    Push,
}

/// <summary>A value of the Redis serialization protocol, version 3.</summary>
internal sealed class RespValue
{
    public static readonly RespValue Null = new(RespKind.Null);

    private RespValue(RespKind kind) => Kind = kind;

    public RespKind Kind { get; }

    /// <summary>The bytes of a text or an error.</summary>
    public byte[] Bytes { get; private init; } = [];

    public long Number { get; private init; }

    public IReadOnlyList<RespValue> Items { get; private init; } = [];

    public string Text => Encoding.UTF8.GetString(Bytes);

    /// <summary>The value of a key of a map; null when it has no such key.</summary>
    public RespValue Field(string key)
    {
        for (var index = 0; index + 1 < Items.Count; index += 2)
        {
            if (Items[index].Text == key)
            {
                return Items[index + 1];
            }
        }

        return Null;
    }

    public static RespValue OfText(byte[] bytes) => new(RespKind.Text) { Bytes = bytes };

    public static RespValue OfError(byte[] bytes) => new(RespKind.Error) { Bytes = bytes };

    public static RespValue OfNumber(long number) => new(RespKind.Number) { Number = number };

    public static RespValue Of(RespKind kind, IReadOnlyList<RespValue> items) => new(kind) { Items = items };
}
