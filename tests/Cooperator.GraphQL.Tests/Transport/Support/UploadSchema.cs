using System.Text;
using Cooperator.GraphQL.Execution;
using Cooperator.GraphQL.Types;
using Microsoft.Extensions.DependencyInjection;

namespace Cooperator.GraphQL.Tests.Transport.Support;

/// <summary>A schema that takes files and tells what it got.</summary>
internal static class UploadSchema
{
    public static Schema Build() =>
        new ServiceCollection()
            .AddSingleton<UploadMemory>()
            .AddGraphQLServer()
            .AddType(typeof(UploadQueries))
            .Services.BuildServiceProvider()
            .GetRequiredService<Schema>();

    public static async Task<string> TextAsync(UploadedFile file)
    {
        await using var content = file.OpenRead();
        using var reader = new StreamReader(content, Encoding.UTF8);
        return await reader.ReadToEndAsync();
    }
}

/// <summary>The files of the last request, when it is over.</summary>
public sealed class UploadMemory
{
    public UploadedFile? Last { get; set; }
}

public sealed record AlbumInput(string Title, UploadedFile Cover, IReadOnlyList<UploadedFile?> Pages);

[QueryType]
public static class UploadQueries
{
    public static string Hello() => "world";

    public static async Task<string> KeepAsync(UploadedFile file, UploadMemory memory)
    {
        memory.Last = file;
        return $"{file.FileName} {file.ContentType} {file.Length}: {await UploadSchema.TextAsync(file)}";
    }

    public static async Task<string> Compare(UploadedFile one, UploadedFile? other) =>
        $"{await UploadSchema.TextAsync(one)} {(other is null ? "alone" : await UploadSchema.TextAsync(other))}";

    public static async Task<IReadOnlyList<string>> PrintAsync(AlbumInput album)
    {
        var texts = new List<string> { album.Title, await UploadSchema.TextAsync(album.Cover) };
        foreach (var page in album.Pages)
        {
            texts.Add(page is null ? "nothing" : await UploadSchema.TextAsync(page));
        }

        return texts;
    }
}
