using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Cooperator.Api.Tests.Platform.Mail;

/// <summary>A small mail server (RFC 5321) on a port of its own, which may refuse addresses or take its time.</summary>
internal sealed class PostOffice : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _closing = new();
    private readonly ConcurrentQueue<string> _letters = new();
    private readonly Task _open;
    private int _waiting;

    public PostOffice()
    {
        _listener.Start();
        _open = ServeAsync();
    }

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    /// <summary>Whoever is written to at this address is not known here.</summary>
    public string? Refused { get; init; }

    /// <summary>A letter to this address is taken when somebody opens the counter again.</summary>
    public (string Address, Task Opened)? Slow { get; init; }

    /// <summary>A letter to this address is taken, and the receipt for it waits.</summary>
    public (string Address, Task Given)? Unreceipted { get; init; }

    /// <summary>How many stood at the closed counter.</summary>
    public int Waiting => _waiting;

    /// <summary>The letters taken, as they came.</summary>
    public IReadOnlyCollection<string> Letters => _letters;

    public async ValueTask DisposeAsync()
    {
        await _closing.CancelAsync();
        _listener.Stop();
        await _open.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _closing.Dispose();
    }

    private async Task ServeAsync()
    {
        while (true)
        {
            var visitor = await _listener.AcceptTcpClientAsync(_closing.Token);
            _ = HearAsync(visitor);
        }
    }

    private async Task HearAsync(TcpClient visitor)
    {
        using var _ = visitor;
        using var reader = new StreamReader(visitor.GetStream(), Encoding.UTF8);
        await using var writer = new StreamWriter(visitor.GetStream()) { NewLine = "\r\n", AutoFlush = true };
        await writer.WriteLineAsync("220 post office");
        while (await reader.ReadLineAsync(_closing.Token) is { } line)
        {
            await writer.WriteLineAsync(await AnswerAsync(line, reader, writer));
        }
    }

    private async Task<string> AnswerAsync(string line, StreamReader reader, StreamWriter writer)
    {
        if (line.StartsWith("RCPT TO", StringComparison.Ordinal) && Refused is { } nobody && line.Contains(nobody))
        {
            return "550 nobody of that name";
        }

        if (
            line.StartsWith("RCPT TO", StringComparison.Ordinal)
            && Slow is var (address, opened)
            && line.Contains(address)
        )
        {
            Interlocked.Increment(ref _waiting);
            await opened.WaitAsync(_closing.Token);
        }

        if (line != "DATA")
        {
            return "250 ok";
        }

        await writer.WriteLineAsync("354 go on");
        var letter = new StringBuilder();
        while (await reader.ReadLineAsync(_closing.Token) is { } text && text != ".")
        {
            letter.AppendLine(text);
        }

        _letters.Enqueue(letter.ToString());
        if (Unreceipted is var (whose, given) && letter.ToString().Contains(whose))
        {
            await given.WaitAsync(_closing.Token);
        }

        return "250 taken";
    }
}
