using System.Collections;
using Cooperator.GraphQL.Types;

namespace Cooperator.GraphQL.Execution;

/// <summary>Resolves fields and completes their values, see section 6.4 of the specification.</summary>
internal sealed partial class OperationRun
{
    private PendingField? RunField(ResultNode node, int slot, Selection field, object? parent)
    {
        if (!field.IsIncluded(_operation.Flags))
        {
            _slots[node.FirstSlot + slot] = ResultSlot.Omitted;
            return null;
        }

        var start = _buffer.Position;
        if (field.Constant is { } constant)
        {
            _buffer.WriteRaw(constant);
            SetJson(node, slot, start);
            return null;
        }

        try
        {
            if (parent is not null && field.WriteLeaf is { } writeLeaf)
            {
                if (writeLeaf(parent, _buffer))
                {
                    SetJson(node, slot, start);
                }
                else
                {
                    Complete(node, slot, field, field.Field.Type, null);
                }

                return null;
            }

            if (parent is not null && field.Pure is { } pure)
            {
                Complete(node, slot, field, field.Field.Type, pure(parent));
                return null;
            }

            return Resolve(node, slot, field, parent);
        }
        catch (Exception exception)
        {
            _buffer.Truncate(start);
            Fail(node, slot, field, exception);
            return null;
        }
    }

    private PendingField? Resolve(ResultNode node, int slot, Selection field, object? parent)
    {
        _operation.CancellationToken.ThrowIfCancellationRequested();
        var seenRequests = _operation.Scheduler.Requests;
        var context = new ResolverContext(_operation, field, parent, _operation.ArgumentsOf(field), node, slot);
        var value = FieldInvocation.InvokeAsync(context);
        if (!value.IsCompleted)
        {
            return new PendingField(node, slot, field, field.Field.Type, value.AsTask(), seenRequests);
        }

        return CompleteOrRead(node, slot, field, field.Field.Type, value.GetAwaiter().GetResult());
    }

    private PendingField? RunItem(ResultNode node, int index, object items)
    {
        var field = node.ListField!;
        var start = _buffer.Position;
        try
        {
            var item = ((IList)items)[index];
            return item is ItemLookup lookup
                ? Find(node, index, field, lookup)
                : CompleteOrRead(node, index, field, node.TypeOf(index), item);
        }
        catch (Exception exception)
        {
            _buffer.Truncate(start);
            Fail(node, index, field, exception);
            return null;
        }
    }

    private PendingField? Find(ResultNode node, int index, Selection field, ItemLookup lookup)
    {
        _operation.CancellationToken.ThrowIfCancellationRequested();
        var seenRequests = _operation.Scheduler.Requests;
        var value = lookup.FindAsync();
        return value.IsCompleted
            ? CompleteOrRead(node, index, field, node.TypeOf(index), value.GetAwaiter().GetResult())
            : new PendingField(node, index, field, node.TypeOf(index), value.AsTask(), seenRequests);
    }

    /// <summary>Takes what a resolver has given at last; gives what that in turn is waiting for: a sequence that must be read first.</summary>
    private PendingField? Finish(PendingField pending)
    {
        if (!pending.Node.IsAlive())
        {
            Discard(pending.Task);
            return null;
        }

        var start = _buffer.Position;
        try
        {
            var value = pending.Task.GetAwaiter().GetResult();
            return CompleteOrRead(pending.Node, pending.Slot, pending.Field, pending.Type, value);
        }
        catch (Exception exception)
        {
            _buffer.Truncate(start);
            Fail(pending.Node, pending.Slot, pending.Field, exception);
            return null;
        }
    }

    /// <summary>Completes a value; one that comes as an asynchronous sequence is read to its end first.</summary>
    private PendingField? CompleteOrRead(ResultNode node, int slot, Selection field, GraphQLType type, object? value)
    {
        if (value is IAsyncEnumerable<object?> sequence && type.Nullable is ListType)
        {
            var seenRequests = _operation.Scheduler.Requests;
            var reading = IsStreamed(node, field)
                ? ReadFirstAsync(sequence, field.Stream!)
                : ListItems.ReadAllAsync(sequence, _operation.CancellationToken);
            if (!reading.IsCompleted)
            {
                return new PendingField(node, slot, field, type, reading, seenRequests);
            }

            value = reading.GetAwaiter().GetResult();
        }

        Complete(node, slot, field, type, value);
        return null;
    }

    private void Complete(ResultNode node, int slot, Selection field, GraphQLType type, object? value)
    {
        if (value is null)
        {
            if (type is NonNullType)
            {
                Fail(node, slot, field, FieldErrors.NullForNonNull(field));
            }

            return;
        }

        switch (type.Nullable)
        {
            case ListType list when IsStreamed(node, field):
                CompleteStreamedList(node, slot, field, list.ItemType, value);
                break;
            case ListType list when !field.HasDirectItems:
                CompleteList(node, slot, field, list.ItemType, value);
                break;
            case ListType:
                WriteDirect(node, slot, field, type, value);
                break;
            case NamedType { IsLeaf: true } leaf:
                var start = _buffer.Position;
                LeafOutput.Write(_buffer, leaf, value);
                SetJson(node, slot, start);
                break;
            case NamedType composite:
                CompleteObject(node, slot, field, composite, value);
                break;
        }
    }

    private void WriteDirect(ResultNode node, int slot, Selection field, GraphQLType type, object value)
    {
        var start = _buffer.Position;
        if (_direct.TryWrite(node, slot, field, type, value))
        {
            SetJson(node, slot, start);
        }
        else
        {
            _buffer.Truncate(start);
            SetNull(node, slot);
        }
    }

    private void CompleteList(ResultNode node, int slot, Selection field, GraphQLType itemType, object value)
    {
        var items = ListItems.Counted(ListItems.Of(value) ?? throw FieldErrors.NotAList(field));
        AddList(node, slot, field, itemType, items, items.Count);
    }

    private ResultNode AddList(ResultNode node, int slot, Selection field, GraphQLType itemType, IList items, int count)
    {
        var list = ResultNode.OfList(_slots, node, slot, count, field, itemType);
        _slots[node.FirstSlot + slot] = ResultSlot.Of(list);
        _frames.Add(new Frame(list, items, 0, count));
        return list;
    }

    private void CompleteObject(ResultNode node, int slot, Selection field, NamedType type, object value)
    {
        var selections = field.ObjectSelections;
        if (type is not ObjectType objectType)
        {
            objectType =
                _operation.Schema.ResolveType(type, value) ?? throw FieldErrors.UnknownRuntimeType(type, field);
            if (!_operation.Schema.IsSubType(type, objectType))
            {
                throw FieldErrors.ImpossibleType(type, objectType);
            }

            selections = field.SelectionsFor(objectType);
        }
        else if (objectType.IsTypeOf is { } isTypeOf && !isTypeOf(value))
        {
            throw FieldErrors.WrongType(objectType, value);
        }

        if (selections!.IsPure)
        {
            var start = _buffer.Position;
            if (_direct.TryWriteObject(node, slot, selections, value))
            {
                SetJson(node, slot, start);
            }
            else
            {
                _buffer.Truncate(start);
                SetNull(node, slot);
            }

            return;
        }

        var child = ResultNode.OfObject(_slots, node, slot, selections);
        _slots[node.FirstSlot + slot] = ResultSlot.Of(child);
        _frames.Add(new Frame(child, value, 0, child.Count));
        Defer(child, value, selections);
    }

    /// <summary>Reports an error at a place and leaves null there.</summary>
    /// <exception cref="OperationCanceledException">It is no error: the operation was cancelled.</exception>
    private void Fail(ResultNode node, int slot, Selection field, Exception exception)
    {
        _operation.CancellationToken.ThrowIfCancellationRequested();
        _operation.ErrorsAt(node).Report(field, _operation.Flags, node.PathTo(slot), exception);
        SetNull(node, slot);
    }

    private void SetJson(ResultNode node, int slot, int start) =>
        _slots[node.FirstSlot + slot] = ResultSlot.Json(start, _buffer.Position);

    /// <summary>Leaves null at a place whose error is reported; where null may not stand, it takes the place of the enclosing value.</summary>
    private void SetNull(ResultNode node, int slot)
    {
        while (true)
        {
            _slots[node.FirstSlot + slot] = default;
            if (node.TypeOf(slot) is not NonNullType)
            {
                return;
            }

            node.IsDropped = true;
            _hasDropped = true;
            if (node.Parent is not { } parent)
            {
                return;
            }

            slot = node.ParentSlot;
            node = parent;
        }
    }
}
