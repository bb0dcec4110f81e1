using System.Security.Cryptography;
using System.Text;
using Xunit.Sdk;
using Xunit.v3;

[assembly: TestCaseOrderer(typeof(TestOrder))]
[assembly: TestCollectionOrderer(typeof(TestOrder))]

namespace Cooperator.Tests;

/// <summary>
/// The same order on every machine, and another one for each <c>TEST_ORDER</c>. xUnit's own follows from identifiers
/// that hold the path of the checkout: a test that leans on another one passes here and fails there.
/// </summary>
internal sealed class TestOrder : ITestCaseOrderer, ITestCollectionOrderer
{
    private static readonly string Seed = Environment.GetEnvironmentVariable("TEST_ORDER") ?? "";

    public IReadOnlyCollection<TTestCase> OrderTestCases<TTestCase>(IReadOnlyCollection<TTestCase> testCases)
        where TTestCase : ITestCase => Shuffled(testCases, test => test.TestCaseDisplayName);

    public IReadOnlyCollection<TTestCollection> OrderTestCollections<TTestCollection>(
        IReadOnlyCollection<TTestCollection> testCollections
    )
        where TTestCollection : ITestCollection =>
        Shuffled(testCollections, collection => collection.TestCollectionDisplayName);

    private static List<T> Shuffled<T>(IEnumerable<T> all, Func<T, string> name) =>
        [.. all.OrderBy(one => Place(name(one)), StringComparer.Ordinal)];

    private static string Place(string name) =>
        Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(Seed + name)));
}
