namespace Cooperator.GraphQL.Execution;

/// <summary>Collects what the next result of an operation says, and knows what the client still waits for.</summary>
internal sealed class PayloadWriter : IDisposable
{
    private readonly JsonBuffer _pending = new();
    private readonly JsonBuffer _incremental = new();
    private readonly JsonBuffer _completed = new();
    private readonly HashSet<string> _announced = new(StringComparer.Ordinal);
    private HashSet<string> _sent = new(StringComparer.Ordinal);
    private int _nextId;

    public bool IsEmpty => _pending.Position + _incremental.Position + _completed.Position == 0;

    /// <summary>Tells that something will come; gives the id it has from now on.</summary>
    public string Announce(ResponsePath? path, string? label)
    {
        var id = $"{_nextId++}";
        _announced.Add(id);
        Begin(_pending, id);
        _pending.WriteRaw(",\"path\":"u8);
        ObjectJson.Write(_pending, path?.ToList() ?? []);
        if (label is not null)
        {
            _pending.WriteRaw(",\"label\":"u8);
            _pending.WriteString(label);
        }

        _pending.WriteByte((byte)'}');
        return id;
    }

    /// <summary>Adds fields of an object.</summary>
    public void AddData(string id, IReadOnlyList<object> subPath, PartRoot root, ResultSlots slots, JsonBuffer json)
    {
        Begin(_incremental, id);
        _incremental.WriteRaw(",\"data\":"u8);
        Write(root, slots, json);
        AddErrors(_incremental, root.Errors?.Errors ?? []);
        if (subPath.Count > 0)
        {
            _incremental.WriteRaw(",\"subPath\":"u8);
            ObjectJson.Write(_incremental, subPath);
        }

        _incremental.WriteByte((byte)'}');
    }

    /// <summary>Adds items of a list.</summary>
    public void AddItems(string id, IReadOnlyList<PartRoot> items, ResultSlots slots, JsonBuffer json)
    {
        Begin(_incremental, id);
        _incremental.WriteRaw(",\"items\":["u8);
        for (var index = 0; index < items.Count; index++)
        {
            if (index > 0)
            {
                _incremental.WriteByte((byte)',');
            }

            WriteItem(items[index], slots, json);
        }

        _incremental.WriteByte((byte)']');
        AddErrors(_incremental, [.. items.SelectMany(item => item.Errors?.Errors ?? [])]);
        _incremental.WriteByte((byte)'}');
    }

    /// <summary>Tells that nothing more will come of it.</summary>
    public void Complete(string id, params IReadOnlyList<GraphQLError> errors)
    {
        _announced.Remove(id);
        Begin(_completed, id);
        AddErrors(_completed, errors);
        _completed.WriteByte((byte)'}');
    }

    /// <summary>Tells, instead of what was collected, that nothing more will come of anything.</summary>
    public void Fail(IReadOnlyList<GraphQLError> errors)
    {
        Truncate();
        foreach (var id in _sent.Order(StringComparer.Ordinal))
        {
            Complete(id, errors);
        }
    }

    /// <summary>Takes what is pending, for the first result.</summary>
    public JsonBuffer TakePending()
    {
        var json = new JsonBuffer();
        json.WriteRaw("\"pending\":["u8);
        json.WriteRaw(_pending.Written);
        json.WriteRaw("],\"hasNext\":true"u8);
        Clear();
        return json;
    }

    /// <summary>Takes what was collected, for a result after the first.</summary>
    public JsonBuffer Take(bool hasNext)
    {
        var json = new JsonBuffer();
        json.WriteRaw(hasNext ? "\"hasNext\":true"u8 : "\"hasNext\":false"u8);
        Add(json, ",\"pending\":["u8, _pending);
        Add(json, ",\"incremental\":["u8, _incremental);
        Add(json, ",\"completed\":["u8, _completed);
        Clear();
        return json;
    }

    public void Dispose()
    {
        _pending.Dispose();
        _incremental.Dispose();
        _completed.Dispose();
    }

    private static void Begin(JsonBuffer list, string id)
    {
        list.WriteRaw(list.Position > 0 ? ",{\"id\":"u8 : "{\"id\":"u8);
        list.WriteString(id);
    }

    private static void AddErrors(JsonBuffer entry, IReadOnlyList<GraphQLError> errors)
    {
        if (errors.Count > 0)
        {
            entry.WriteRaw(",\"errors\":"u8);
            ErrorJson.Write(entry, errors);
        }
    }

    private static void Add(JsonBuffer json, ReadOnlySpan<byte> start, JsonBuffer list)
    {
        if (list.Position > 0)
        {
            json.WriteRaw(start);
            json.WriteRaw(list.Written);
            json.WriteByte((byte)']');
        }
    }

    private void Write(ResultNode node, ResultSlots slots, JsonBuffer json)
    {
        var output = new ResponseOutput(_incremental);
        new ResultTreeWriter(slots, json.Written).Write(ref output, node);
        output.Flush();
    }

    private void WriteItem(PartRoot item, ResultSlots slots, JsonBuffer json)
    {
        var output = new ResponseOutput(_incremental);
        new ResultTreeWriter(slots, json.Written).WriteSlot(ref output, item, 0);
        output.Flush();
    }

    private void Clear()
    {
        Truncate();
        _sent = [.. _announced];
    }

    private void Truncate()
    {
        _pending.Truncate(0);
        _incremental.Truncate(0);
        _completed.Truncate(0);
    }
}
