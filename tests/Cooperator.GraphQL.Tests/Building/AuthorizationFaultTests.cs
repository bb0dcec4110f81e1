using Cooperator.GraphQL.Execution;
using Foreign = Microsoft.AspNetCore.Authorization;

namespace Cooperator.GraphQL.Tests.Building;

/// <summary>A rule that would guard nothing is told at the start.</summary>
public sealed class AuthorizationFaultTests
{
    [Fact]
    public void The_attributes_of_another_library_are_refused() =>
        Assert.Equal(
            [
                "Strange: [Authorize] of Microsoft.AspNetCore.Authorization does nothing here: use [Authorize] or [AllowAnonymous] of Cooperator.GraphQL.",
                "Strange.GetMine: [Authorize] of Microsoft.AspNetCore.Authorization does nothing here: use [Authorize] or [AllowAnonymous] of Cooperator.GraphQL.",
                "Strange.GetOpen: [AllowAnonymous] of Microsoft.AspNetCore.Authorization does nothing here: use [Authorize] or [AllowAnonymous] of Cooperator.GraphQL.",
                "Secret: [Authorize] of Microsoft.AspNetCore.Authorization does nothing here: use [Authorize] or [AllowAnonymous] of Cooperator.GraphQL.",
                "Secret.Text: [Strict] of Cooperator.GraphQL.Tests.Building does nothing here: use [Authorize] or [AllowAnonymous] of Cooperator.GraphQL.",
            ],
            TestServer.Faults(typeof(Strange))
        );

    [Fact]
    public void A_rule_on_a_property_of_an_interface_is_refused() =>
        Assert.Equal(
            [
                "IGuarded.Name: [Authorize] on a property of an interface guards no object: write it on the classes that implement it.",
            ],
            TestServer.Faults(typeof(Interfaces))
        );

    [Fact]
    public void A_rule_on_an_input_is_refused() =>
        Assert.Equal(
            ["GuardedInput.Name: [Authorize] on an input guards nothing: write it on the field that takes the input."],
            TestServer.Faults(typeof(Inputs))
        );

    [Theory]
    [InlineData("Guarded.GetMine", typeof(Guarded))]
    [InlineData("VaultType.GetVault", typeof(GuardedNodes), typeof(VaultType))]
    public void Rules_need_somebody_who_decides(string member, params Type[] classes) =>
        Assert.Equal(
            [$"{member}: [Authorize] needs somebody who decides: register an authorizer by AddAuthorizer<T>()."],
            TestServer.Faults(classes)
        );

    [Fact]
    public async Task Rules_of_an_abstract_class_guard_the_classes_derived_from_it()
    {
        await using var server = TestServer.Of(builder => builder.AddAuthorizer<Nobody>(), typeof(Derived));

        Assert.Contains("FORBIDDEN", await server.ExecuteAsync("{ base { text } }"), StringComparison.Ordinal);
    }

    [QueryType]
    [Foreign.Authorize]
    public static class Strange
    {
        [Foreign.Authorize]
        public static int GetMine() => 1;

        [Foreign.AllowAnonymous]
        public static int GetOpen() => 1;

        public static Secret GetSecret() => new("hidden");
    }

    [Foreign.Authorize]
    public sealed record Secret([property: Strict] string Text);

    [AttributeUsage(AttributeTargets.Property)]
    public sealed class StrictAttribute : Attribute, Foreign.IAuthorizeData
    {
        public string? Policy { get; set; }

        public string? Roles { get; set; }

        public string? AuthenticationSchemes { get; set; }
    }

    [InterfaceType]
    public interface IGuarded
    {
        [Authorize]
        string Name { get; }
    }

    public sealed record Implementing(string Name) : IGuarded;

    [QueryType]
    public static class Interfaces
    {
        public static IGuarded GetOne() => new Implementing("");
    }

    public sealed record GuardedInput([property: Authorize] string Name);

    [QueryType]
    public static class Inputs
    {
        public static string Echo(GuardedInput input) => input.Name;
    }

    public sealed record Vault(Guid Id);

    [QueryType]
    public static class Guarded
    {
        [Authorize]
        public static int GetMine() => 1;
    }

    [QueryType]
    public static class GuardedNodes
    {
        public static int GetOpen() => 1;
    }

    [ObjectType<Vault>]
    public static class VaultType
    {
        [Authorize]
        [NodeResolver]
        public static Vault? GetVault(Guid id) => new(id);
    }

    [InterfaceType]
    [Authorize]
    public abstract class Base
    {
        public string Text { get; } = "hidden";
    }

    public sealed class Member : Base;

    [QueryType]
    public static class Derived
    {
        public static Base GetBase() => new Member();
    }

    public sealed class Nobody : IFieldAuthorizer
    {
        public ValueTask<AuthorizationOutcome> AuthorizeAsync(OperationContext operation, string? policy) =>
            ValueTask.FromResult(AuthorizationOutcome.Forbidden);
    }
}
