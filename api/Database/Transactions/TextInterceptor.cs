using System.Data.Common;
using Cooperator.Api.Platform.Refusals;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Cooperator.Api.Database.Transactions;

/// <summary>
/// PostgreSQL has no text with U+0000 in it and gives up the transaction that asks for one. Nothing is sent then, so
/// that a search for such a text is answered like any other mistake in an input.
/// </summary>
internal sealed class TextInterceptor : DbCommandInterceptor
{
    public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
        DbCommand command,
        CommandEventData eventData,
        InterceptionResult<DbDataReader> result,
        CancellationToken cancellationToken = default
    )
    {
        foreach (DbParameter parameter in command.Parameters)
        {
            if (!CanBeText(parameter.Value))
            {
                throw new InvalidInputException(InputFaultCode.ControlCharacter);
            }
        }

        return ValueTask.FromResult(result);
    }

    private static bool CanBeText(object? value) =>
        value switch
        {
            string text => !text.Contains('\0', StringComparison.Ordinal),
            IEnumerable<string?> texts => texts.All(CanBeText),
            _ => true,
        };
}
