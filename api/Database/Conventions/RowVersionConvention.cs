using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore.Metadata.Conventions;

namespace Cooperator.Api.Database.Conventions;

/// <summary>Optimistic concurrency for each <see cref="Entity"/> by PostgreSQL's own row version, <c>xmin</c>.</summary>
internal sealed class RowVersionConvention : IEntityTypeAddedConvention
{
    public const string Column = "xmin";

    public void ProcessEntityTypeAdded(
        IConventionEntityTypeBuilder entityTypeBuilder,
        IConventionContext<IConventionEntityTypeBuilder> context
    )
    {
        if (
            !typeof(Entity).IsAssignableFrom(entityTypeBuilder.Metadata.ClrType) || entityTypeBuilder.Metadata.IsOwned()
        )
        {
            return;
        }

        entityTypeBuilder
            .Property(typeof(uint), Column)
            ?.HasColumnType("xid")
            ?.ValueGenerated(ValueGenerated.OnAddOrUpdate)
            ?.IsConcurrencyToken(true);
    }
}
