using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Cooperator.Api.Platform.DataProtection;

/// <summary>A key with which cookies are sealed; shared by all nodes, of no co-op.</summary>
public sealed class ProtectionKey
{
    /// <summary>The name the framework gives it.</summary>
    public string Name { get; private set; } = "";

    /// <summary>The key as the framework writes it.</summary>
    public string Xml { get; private set; } = "";

    internal sealed class Configuration : IEntityTypeConfiguration<ProtectionKey>
    {
        public void Configure(EntityTypeBuilder<ProtectionKey> builder)
        {
            builder.ToTable("protection_keys");
            builder.HasKey(key => key.Name);
        }
    }
}
