using System.Text;

namespace Cooperator.GraphQL.AspNetCore.WebSockets;

/// <summary>How a connection ends.</summary>
/// <param name="Code">The code of the close frame.</param>
/// <param name="Reason">The text of the close frame.</param>
internal sealed record Closure(CloseCode Code, string Reason)
{
    // RFC 6455: a control frame has at most 125 bytes, two of which are the code.
    private const int LongestReason = 123;

    /// <summary>The reason, cut to what a close frame can hold.</summary>
    public string ShortReason
    {
        get
        {
            if (Encoding.UTF8.GetByteCount(Reason) <= LongestReason)
            {
                return Reason;
            }

            var text = new StringBuilder();
            var length = 0;
            foreach (var rune in Reason.EnumerateRunes())
            {
                length += rune.Utf8SequenceLength;
                if (length > LongestReason)
                {
                    break;
                }

                text.Append(rune);
            }

            return text.ToString();
        }
    }
}
