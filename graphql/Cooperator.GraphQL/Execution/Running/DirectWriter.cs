using System.Collections;
using Cooperator.GraphQL.Types;

namespace Cooperator.GraphQL.Execution;

/// <summary>
/// Writes values that are had from their parents alone straight into the buffer, without anything allocated for a field. A null where null may not
/// stand takes back what was written, up to the nearest place where it may.
/// </summary>
internal sealed class DirectWriter(OperationContext operation, JsonBuffer buffer)
{
    private readonly ulong _flags = operation.Flags;
    private PathStep[] _steps = new PathStep[16];
    private int _depth;
    private ResultNode _node = null!;
    private int _slot;

    /// <summary>Writes the value that belongs into a slot.</summary>
    /// <returns>False when null may not stand there but came: nothing is written and the error is reported.</returns>
    public bool TryWrite(ResultNode node, int slot, Selection field, GraphQLType type, object? value)
    {
        Enter(node, slot);
        return TryWrite(field, type, value);
    }

    /// <summary>Writes an object into a slot; as above.</summary>
    public bool TryWriteObject(ResultNode node, int slot, SelectionSet selections, object value)
    {
        Enter(node, slot);
        return TryWriteObject(selections, value);
    }

    private void Enter(ResultNode node, int slot)
    {
        _node = node;
        _slot = slot;
        _depth = 0;
    }

    private bool TryWrite(Selection field, GraphQLType type, object? value)
    {
        if (type is NonNullType nonNull)
        {
            if (value is not null)
            {
                return TryWriteValue(field, nonNull.Type, value);
            }

            Report(field, FieldErrors.NullForNonNull(field));
            return false;
        }

        var start = buffer.Position;
        if (value is null || !TryWriteValue(field, type, value))
        {
            buffer.Truncate(start);
            buffer.WriteNull();
        }

        return true;
    }

    private bool TryWriteValue(Selection field, GraphQLType type, object value)
    {
        switch (type)
        {
            case ObjectType objectType when objectType.IsTypeOf is { } isTypeOf && !isTypeOf(value):
                Report(field, FieldErrors.WrongType(objectType, value));
                return false;
            case ObjectType:
                return TryWriteObject(field.ObjectSelections!, value);
            case ListType list:
                return TryWriteList(field, list.ItemType, value);
            default:
                return TryWriteLeaf(field, type, value);
        }
    }

    private bool TryWriteLeaf(Selection field, GraphQLType type, object value)
    {
        try
        {
            LeafOutput.Write(buffer, type, value);
            return true;
        }
        catch (Exception exception)
        {
            Report(field, exception);
            return false;
        }
    }

    private bool TryWriteObject(SelectionSet selections, object value)
    {
        buffer.WriteByte((byte)'{');
        var start = buffer.Position;
        var depth = _depth;
        var index = 0;
        while (true)
        {
            var fieldStart = buffer.Position;
            try
            {
                // One guard around many fields; entered again after a field that threw.
                for (; index < selections.Selections.Length; index++)
                {
                    var field = selections.Selections[index];
                    if (!field.IsIncluded(_flags))
                    {
                        continue;
                    }

                    fieldStart = buffer.Position;
                    if (fieldStart != start)
                    {
                        buffer.WriteByte((byte)',');
                    }

                    buffer.WriteRaw(field.Key);
                    if (!TryWriteField(field, value))
                    {
                        return false;
                    }
                }

                buffer.WriteByte((byte)'}');
                return true;
            }
            catch (Exception exception)
            {
                var field = selections.Selections[index];
                _depth = depth;
                Push(new PathStep(field.ResponseName, 0));
                Report(field, exception);
                _depth--;
                if (field.Field.Type is NonNullType)
                {
                    return false;
                }

                buffer.Truncate(fieldStart);
                if (fieldStart != start)
                {
                    buffer.WriteByte((byte)',');
                }

                buffer.WriteRaw(field.Key);
                buffer.WriteNull();
                index++;
            }
        }
    }

    private bool TryWriteField(Selection field, object parent)
    {
        if (field.Constant is { } constant)
        {
            buffer.WriteRaw(constant);
            return true;
        }

        if (field.WriteLeaf is { } writeLeaf && writeLeaf(parent, buffer))
        {
            return true;
        }

        var value = field.WriteLeaf is null ? field.Pure!(parent) : null;
        Push(new PathStep(field.ResponseName, 0));
        var isWritten = TryWrite(field, field.Field.Type, value);
        _depth--;
        return isWritten;
    }

    private bool TryWriteList(Selection field, GraphQLType itemType, object value)
    {
        if (ListItems.Of(value) is not { } items)
        {
            Report(field, FieldErrors.NotAList(field));
            return false;
        }

        buffer.WriteByte((byte)'[');
        Push(new PathStep(null, 0));
        var depth = _depth;
        try
        {
            if (items is IList list)
            {
                for (var index = 0; index < list.Count; index++)
                {
                    if (!TryWriteItem(field, itemType, index, list[index]))
                    {
                        return false;
                    }
                }
            }
            else
            {
                var index = 0;
                foreach (var item in items)
                {
                    if (!TryWriteItem(field, itemType, index++, item))
                    {
                        return false;
                    }
                }
            }
        }
        catch (Exception exception)
        {
            // The sequence itself failed: that is an error of the field, not of an item.
            _depth = depth - 1;
            Report(field, exception);
            return false;
        }
        finally
        {
            _depth = depth - 1;
        }

        buffer.WriteByte((byte)']');
        return true;
    }

    private bool TryWriteItem(Selection field, GraphQLType itemType, int index, object? item)
    {
        _steps[_depth - 1] = new PathStep(null, index);
        if (index > 0)
        {
            buffer.WriteByte((byte)',');
        }

        return TryWrite(field, itemType, item);
    }

    private void Push(PathStep step)
    {
        if (_depth == _steps.Length)
        {
            Array.Resize(ref _steps, _depth * 2);
        }

        _steps[_depth++] = step;
    }

    private void Report(Selection field, Exception exception)
    {
        var path = _node.PathTo(_slot);
        foreach (var step in _steps.AsSpan(0, _depth))
        {
            path = new ResponsePath(path, step.Name is null ? step.Index : step.Name);
        }

        operation.ErrorsAt(_node).Report(field, _flags, path, exception);
    }

    /// <param name="Name">The response name; null for an item of a list.</param>
    /// <param name="Index">The item's index.</param>
    private readonly record struct PathStep(string? Name, int Index);
}
