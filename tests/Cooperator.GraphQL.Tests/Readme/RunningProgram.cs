using System.Diagnostics;
using System.Reflection;
using Cooperator.GraphQL.Tests.Transport.Support;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Cooperator.GraphQL.Tests.Readme;

/// <summary>A web program started in this process by its entry point, on a free port.</summary>
internal sealed class RunningProgram : IAsyncDisposable
{
    private readonly IHost _host;
    private readonly Task _running;

    private RunningProgram(IHost host, Task running)
    {
        _host = host;
        _running = running;
        var addresses = host.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>();
        Client = new HttpClient { BaseAddress = new Uri(addresses!.Addresses.First()) };
    }

    public HttpClient Client { get; }

    public static async Task<RunningProgram> StartAsync(Assembly program)
    {
        using var listener = new HostListener();
        // The host is told apart from those of tests that run at the same time by where it is built: the flow of this call.
        var running = Task.Run(() =>
        {
            listener.Listen();
            program.EntryPoint!.Invoke(
                null,
                [new[] { "--urls=http://127.0.0.1:0", "--Logging:LogLevel:Default=None" }]
            );
        });
        var host = await Eventually.SoonAsync(listener.Host);
        var started = new TaskCompletionSource();
        host.Services.GetRequiredService<IHostApplicationLifetime>().ApplicationStarted.Register(started.SetResult);
        // A program that fails to start says why.
        await await Eventually.SoonAsync(Task.WhenAny(started.Task, running));
        return new RunningProgram(host, running);
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await _host.StopAsync();
        await _running;
    }

    /// <summary>Hears of the host that is built in its own asynchronous flow, as the hosting library announces it to tools.</summary>
    private sealed class HostListener
        : IObserver<DiagnosticListener>,
            IObserver<KeyValuePair<string, object?>>,
            IDisposable
    {
        private readonly AsyncLocal<bool> _isMine = new();
        private readonly TaskCompletionSource<IHost> _host = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private readonly List<IDisposable> _subscriptions = [];

        public Task<IHost> Host => _host.Task;

        public void Listen()
        {
            _isMine.Value = true;
            _subscriptions.Add(DiagnosticListener.AllListeners.Subscribe(this));
        }

        public void OnNext(DiagnosticListener value)
        {
            if (value.Name == "Microsoft.Extensions.Hosting")
            {
                _subscriptions.Add(value.Subscribe(this));
            }
        }

        public void OnNext(KeyValuePair<string, object?> value)
        {
            if (_isMine.Value && value is { Key: "HostBuilt", Value: IHost host })
            {
                _host.TrySetResult(host);
            }
        }

        public void OnCompleted() { }

        public void OnError(Exception error) => _host.TrySetException(error);

        public void Dispose() => _subscriptions.ForEach(subscription => subscription.Dispose());
    }
}
