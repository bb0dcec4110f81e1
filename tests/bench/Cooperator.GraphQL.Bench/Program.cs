using BenchmarkDotNet.Running;
using Cooperator.GraphQL.Bench;

// dotnet run -c Release --project tests/bench/Cooperator.GraphQL.Bench -- --job short --filter '*'
BenchmarkSwitcher.FromAssembly(typeof(ExecuteBenchmarks).Assembly).Run(args);
