namespace Cooperator.GraphQL.Execution;

/// <summary>Puts the places of a response together, in selection order.</summary>
internal readonly ref struct ResultTreeWriter(ResultSlots slots, ReadOnlySpan<byte> json)
{
    private readonly ReadOnlySpan<byte> _json = json;

    public void Write(ref ResponseOutput output, ResultNode node)
    {
        if (node.Selections is { } selections)
        {
            WriteObject(ref output, node, selections);
        }
        else
        {
            WriteList(ref output, node);
        }
    }

    /// <summary>Writes what stands at one place of a node.</summary>
    public void WriteSlot(ref ResponseOutput output, ResultNode node, int slot) =>
        WriteSlot(ref output, in slots[node.FirstSlot + slot]);

    private void WriteObject(ref ResponseOutput output, ResultNode node, Selection[] selections)
    {
        output.Write("{"u8);
        var isFirst = true;
        for (var index = 0; index < selections.Length; index++)
        {
            ref var slot = ref slots[node.FirstSlot + index];
            if (slot.IsLeftOut)
            {
                continue;
            }

            if (!isFirst)
            {
                output.Write(","u8);
            }

            isFirst = false;
            output.Write(selections[index].Key);
            WriteSlot(ref output, in slot);
        }

        output.Write("}"u8);
    }

    private void WriteList(ref ResponseOutput output, ResultNode node)
    {
        output.Write("["u8);
        for (var index = 0; index < node.Count; index++)
        {
            if (index > 0)
            {
                output.Write(","u8);
            }

            WriteSlot(ref output, in slots[node.FirstSlot + index]);
        }

        output.Write("]"u8);
    }

    private void WriteSlot(ref ResponseOutput output, in ResultSlot slot)
    {
        if (slot.Child is { } child)
        {
            Write(ref output, child);
        }
        else if (slot.Length > 0)
        {
            output.Write(_json.Slice(slot.Start, slot.Length));
        }
        else
        {
            output.Write("null"u8);
        }
    }
}
