using System.Linq;
using Cooperator.GraphQL.Querying;

namespace Cooperator.GraphQL.Tests.Building;

/// <summary>A small co-op that uses most of what an author can say.</summary>
public static class CoopSchema
{
    public static readonly Guid Alma = new("00000000-0000-7000-8000-000000000001");
    public static readonly Guid Bo = new("00000000-0000-7000-8000-000000000002");

    public static readonly Type[] Classes =
    [
        typeof(MemberQueries),
        typeof(MemberMutations),
        typeof(MemberType),
        typeof(UnitType),
    ];

    public static IReadOnlyList<Member> Members { get; } =
    [
        new()
        {
            Id = Alma,
            Name = "Alma",
            Role = Role.BoardMember,
            JoinedOn = new(2020, 5, 1),
            Shares = 3,
            Unit = new Unit(12),
        },
        new()
        {
            Id = Bo,
            Name = "Bo",
            JoinedOn = new(2021, 1, 31),
            LeftOn = new(2024, 2, 29),
            Shares = 1,
            Unit = new Unit(7),
        },
    ];

    public enum Role
    {
        Resident,
        BoardMember,
    }

    /// <summary>A person of the co-op.</summary>
    public sealed class Member
    {
        public Guid Id { get; init; }

        /// <summary>The name, see <see cref="Role"/>.</summary>
        public required string Name { get; init; }

        public Role Role { get; init; }

        public DateOnly JoinedOn { get; init; }

        public DateOnly? LeftOn { get; init; }

        public short Shares { get; init; }

        public required Unit Unit { get; init; }

        [GraphQLIgnore]
        public string Secret { get; init; } = "hidden";
    }

    public sealed record Unit(int Number);

    public sealed record Greeting(string Text, [property: GraphQLDeprecated("Use text.")] string? Old);

    public sealed record RenameInput(
        [ID<Member>] Guid MemberId,
        Optional<string?> Nickname,
        string Name = "Nobody",
        Role Role = Role.Resident
    );

    [OneOf]
    public sealed record MemberBy([property: ID<Member>] Guid? Id, string? Name);

    [QueryType]
    public static class MemberQueries
    {
        [NodeResolver]
        public static Member? GetMember(Guid id) => Members.FirstOrDefault(member => member.Id == id);

        [UsePaging(DefaultPageSize = 1)]
        [UseFiltering(
            nameof(Member.Id),
            nameof(Member.Name),
            nameof(Member.Role),
            nameof(Member.LeftOn),
            "Unit.Number"
        )]
        [UseSorting(nameof(Member.Name), nameof(Member.LeftOn), nameof(Member.Role), "Unit.Number")]
        public static IQueryable<Member> GetMembers(string? search = null) =>
            Members
                .AsQueryable()
                .Where(member => search == null || member.Name.Contains(search))
                .OrderBy(member => member.Name);

        public static async Task<Member?> FindMemberAsync(MemberBy by, CancellationToken cancellationToken)
        {
            await Task.Delay(0, cancellationToken);
            return Members.FirstOrDefault(member => member.Id == by.Id || member.Name == by.Name);
        }

        public static Greeting Greet(int times = 1, string[]? names = null) =>
            new(string.Join(' ', Enumerable.Repeat("Hello " + string.Join(", ", names ?? ["you"]), times)), null);

        public static Connection<Unit> GetUnits(PagingArguments paging) =>
            new(
                [new Edge<Unit>(new Unit(paging.PageSize), "c")],
                hasNextPage: true,
                hasPreviousPage: false,
                _ => ValueTask.FromResult(42)
            );

        public static async IAsyncEnumerable<int> CountAsync(int to)
        {
            for (var number = 1; number <= to; number++)
            {
                await Task.Yield();
                yield return number;
            }
        }
    }

    [MutationType]
    public static class MemberMutations
    {
        [Error<MemberNotFoundException>]
        [Error<InvalidNameException>]
        public static Member Rename(RenameInput input) =>
            input.Name.Length == 0
                ? throw new AggregateException(
                    new InvalidNameException("EMPTY", "It is empty.", ["name"]),
                    new InvalidNameException("SHORT", "It is short.", ["name"])
                )
            : Members.FirstOrDefault(member => member.Id == input.MemberId) is { } member
                ? new Member
                {
                    Id = member.Id,
                    Name = input.Nickname is { HasValue: true, Value: var nickname }
                        ? $"{input.Name} ({nickname ?? "none"})"
                        : input.Name,
                    Role = input.Role,
                    Unit = member.Unit,
                }
            : throw new MemberNotFoundException(input.MemberId);

        public static Task<Member> Remove([ID<Member>] IReadOnlyList<Guid> memberIds) =>
            Task.FromResult(Members.First(member => member.Id == memberIds[^1]));

        [UseMutationConvention(Disable = true)]
        public static int Add(int a, int b) => a + b;
    }

    public sealed class MemberNotFoundException(Guid memberId) : Exception("There is no such member.")
    {
        [ID<Member>]
        public Guid MemberId { get; } = memberId;
    }

    public sealed class InvalidNameException(string code, string message, IReadOnlyList<string> path)
        : Exception(message)
    {
        public string Code { get; } = code;

        public IReadOnlyList<string> Path { get; } = path;
    }

    [ObjectType<Member>]
    public static class MemberType
    {
        /// <summary>Whether the member is of the board.</summary>
        public static bool GetIsBoard([Parent] Member member) => member.Role == Role.BoardMember;

        public static async ValueTask<IEnumerable<Member>> GetNeighboursAsync([Parent] Member member)
        {
            await Task.Yield();
            return Members.Where(other => other.Id != member.Id);
        }
    }

    [ObjectType<Unit>(nameof(Unit.Number))]
    public static class UnitType;
}
