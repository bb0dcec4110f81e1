using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Cooperator.Api.Database.Security;

/// <summary>Tables whose rows are a record: they are added and read, and nobody changes or removes them, the owner included.</summary>
internal static class AppendOnly
{
    private const string Annotation = "Cooperator:AppendOnly";

    public static EntityTypeBuilder<T> IsAppendOnly<T>(this EntityTypeBuilder<T> builder)
        where T : class
    {
        var table = builder.Metadata.GetTableName()!;
        builder.HasAnnotation(Annotation, true);
        return builder.HasSchemaScript(
            $"{table}_is_append_only",
            $"""
            CREATE OR REPLACE FUNCTION refuse_change_of_{table}() RETURNS trigger LANGUAGE plpgsql AS $$
            BEGIN
                RAISE EXCEPTION '{table} is append-only';
            END $$;
            CREATE OR REPLACE TRIGGER {table}_is_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON {table}
                FOR EACH STATEMENT EXECUTE FUNCTION refuse_change_of_{table}();
            REVOKE UPDATE, DELETE, TRUNCATE ON {table} FROM {DatabaseRoles.App};
            """
        );
    }

    public static bool IsSaidOf(IReadOnlyEntityType type) => type.FindAnnotation(Annotation) is not null;
}
