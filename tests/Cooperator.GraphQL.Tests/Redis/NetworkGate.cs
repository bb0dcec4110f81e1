using System.Net;
using System.Net.Sockets;

namespace Cooperator.GraphQL.Tests.Redis;

/// <summary>A way to a server on this machine that can be cut: connections through it break, and new ones break at once. Or it goes
/// silent, as behind a firewall that forgot a connection.</summary>
internal sealed class NetworkGate : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly int _to;
    private readonly Lock _gate = new();
    private readonly List<Socket> _sockets = [];
    private readonly Task _accepting;
    private bool _closed;
    private int _silent;

    public NetworkGate(int to)
    {
        _to = to;
        _listener.Start();
        Port = ((IPEndPoint)_listener.LocalEndpoint).Port;
        _accepting = AcceptAsync();
    }

    public int Port { get; }

    public void Close()
    {
        lock (_gate)
        {
            _closed = true;
            _sockets.ForEach(socket => socket.Dispose());
            _sockets.Clear();
        }
    }

    public void Open()
    {
        lock (_gate)
        {
            _closed = false;
        }
    }

    /// <summary>The next connections are welcomed, and hear nothing after that.</summary>
    public void SilenceNext(int connections = 1)
    {
        lock (_gate)
        {
            _silent = connections;
        }
    }

    public async ValueTask DisposeAsync()
    {
        _listener.Dispose();
        Close();
        await _accepting;
    }

    private async Task AcceptAsync()
    {
        while (true)
        {
            Socket client;
            try
            {
                client = await _listener.AcceptSocketAsync();
            }
            catch (Exception e) when (e is SocketException or ObjectDisposedException)
            {
                return;
            }

            var server = new Socket(SocketType.Stream, ProtocolType.Tcp);
            lock (_gate)
            {
                if (_closed)
                {
                    client.Dispose();
                    server.Dispose();
                    continue;
                }

                _sockets.AddRange([client, server]);
                if (_silent > 0)
                {
                    _silent--;
                    _ = WelcomeAsync(client);
                    continue;
                }
            }

            _ = ForwardAsync(client, server);
        }
    }

    private async Task ForwardAsync(Socket client, Socket server)
    {
        try
        {
            await server.ConnectAsync(IPAddress.Loopback, _to);
            await Task.WhenAny(PumpAsync(client, server), PumpAsync(server, client));
        }
        catch (Exception e) when (e is SocketException or ObjectDisposedException)
        {
            // One side is gone, and so is the other below.
        }
        finally
        {
            client.Dispose();
            server.Dispose();
        }
    }

    private static async Task WelcomeAsync(Socket client)
    {
        var buffer = new byte[16 * 1024];
        try
        {
            await client.ReceiveAsync(buffer);
            await client.SendAsync("%0\r\n"u8.ToArray());
            while (await client.ReceiveAsync(buffer) > 0) { }
        }
        catch (Exception e) when (e is SocketException or ObjectDisposedException)
        {
            // Given up, or cut.
        }
    }

    private static async Task PumpAsync(Socket from, Socket to)
    {
        var buffer = new byte[16 * 1024];
        try
        {
            while (await from.ReceiveAsync(buffer) is > 0 and var read)
            {
                await to.SendAsync(buffer.AsMemory(0, read));
            }
        }
        catch (Exception e) when (e is SocketException or ObjectDisposedException)
        {
            // Cut.
        }
    }
}
