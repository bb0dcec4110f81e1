using System.Text;
using Cooperator.GraphQLCheck;

// Deeply nested documents are walked by recursion; the usual stack would refuse some that editors accept.
const int StackSize = 256 * 1024 * 1024;

var exitCode = 0;
var thread = new Thread(() => exitCode = Run(args), StackSize);
thread.Start();
thread.Join();
return exitCode;

static int Run(string[] args)
{
    using var input = new StreamReader(Console.OpenStandardInput(), Encoding.UTF8, bufferSize: 1 << 16);
    using var output = Console.OpenStandardOutput();
    return new Command(input, output, Console.Out, Console.Error).Run(args);
}
