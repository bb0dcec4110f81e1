using Cooperator.Api.Features.Activities;
using Cooperator.Api.Tests.Identity;
using Cooperator.Api.Tests.Isolation;
using Cooperator.GraphQL.Types;

namespace Cooperator.Api.Tests.Features.Activities;

/// <summary>What happened is told with the id of what it happened to.</summary>
public sealed class SubjectTests(TwoCoops house) : IClassFixture<TwoCoops>
{
    [Fact]
    public async Task What_has_an_id_can_be_fetched_by_it()
    {
        var told = await house[Viewer.Admin].AskAsync("{ activity(first: 100) { nodes { subjectType subjectId } } }");
        var subjects = told.Data()
            .GetProperty("activity")
            .GetProperty("nodes")
            .EnumerateArray()
            .Select(e => (Type: e.Text("subjectType"), Id: e.GetProperty("subjectId").GetString()))
            .Distinct()
            .ToList();
        Assert.Contains(subjects, s => s.Type == "duty_swap");
        foreach (var (type, id) in subjects.Where(s => s.Id is not null))
        {
            var found = await house[Viewer.Admin].AskAsync($$"""{ node(id: "{{id}}") { id } }""");
            Assert.True(found.Codes().Length == 0 && found.Data().GetProperty("node").Text("id") == id, type);
        }
    }

    [Fact]
    public void Each_type_that_can_be_fetched_is_a_node()
    {
        foreach (var subject in ActivitySubject.All.Where(s => s.NodeType is not null))
        {
            var type = Assert.IsType<ObjectType>(house.Schema.FindType(subject.NodeType!), exactMatch: false);
            Assert.Contains(type.Interfaces, i => i.Name == "Node");
        }
    }
}
