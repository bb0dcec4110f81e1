using Cooperator.GraphQL;
using Cooperator.GraphQL.Building;
using Cooperator.GraphQL.Types;

namespace Cooperator.GraphQLCheck;

/// <summary>The command line: reads the schema, then checks one file or every line of the input.</summary>
internal sealed class Command(TextReader input, Stream answers, TextWriter words, TextWriter complaints)
{
    private const int AllRight = 0;
    private const int Wrong = 1;
    private const int CannotRun = 2;

    /// <returns>0 when all is well, 1 when the checked file is not, 2 when nothing could be checked.</returns>
    public int Run(string[] arguments)
    {
        if (arguments.Length is not (1 or 2) || arguments[0].StartsWith('-'))
        {
            return Explain();
        }

        if (ReadSchema(arguments[0]) is not { } schema)
        {
            return CannotRun;
        }

        var checker = new Checker(schema);
        if (arguments.Length == 2)
        {
            return CheckFile(checker, arguments[1]);
        }

        new LineCheck(checker, input, answers).Run();
        return AllRight;
    }

    private int Explain()
    {
        complaints.WriteLine(
            """
            dotnet run --project tools/graphql-check -- schema.graphql                     checks documents read from the standard input
            dotnet run --project tools/graphql-check -- schema.graphql document.graphql    checks one document and says what is wrong

            The input has one JSON object a line: {"id": …, "query": "…"}. Each is answered by one line in the same order:
            {"id": …, "ok": …, "parse": null or an error, "validation": [errors]}, an error being {"message", "locations": [{"line", "column"}]}.
            A line that is no such object is answered by {"id": …, "ok": false, "parse": null, "validation": [], "error": "why"}.
            """
        );
        return CannotRun;
    }

    private Schema? ReadSchema(string file)
    {
        try
        {
            return SchemaBuilder.FromSdl(File.ReadAllText(file));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            complaints.WriteLine($"The schema \"{file}\" cannot be read: {exception.Message}");
        }
        catch (GraphQLException exception)
        {
            ErrorText.Write(complaints, $"The schema \"{file}\" is not GraphQL.", file, exception.Errors);
        }
        catch (SchemaException exception)
        {
            ErrorText.Write(complaints, $"The schema \"{file}\" is not valid.", file, exception.Errors);
        }

        return null;
    }

    private int CheckFile(Checker checker, string file)
    {
        Report report;
        try
        {
            report = checker.Check(File.ReadAllText(file));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            complaints.WriteLine($"The document \"{file}\" cannot be read: {exception.Message}");
            return CannotRun;
        }

        if (report.IsOk)
        {
            words.WriteLine($"{file}: valid.");
            return AllRight;
        }

        ErrorText.Write(
            words,
            report.Parse is null ? $"{file}: not valid." : $"{file}: cannot be read.",
            file,
            report.Parse is null ? report.Validation : [report.Parse]
        );
        return Wrong;
    }
}
