using System.Collections.Concurrent;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Cooperator.GraphQL.Redis;
using Cooperator.GraphQL.Subscriptions;

namespace Cooperator.GraphQL.Tests.Redis;

/// <summary>Topics of several nodes by a real redis-server, which is also killed.</summary>
public sealed class RedisTopicsTests
{
    private readonly CancellationToken _deadline = new CancellationTokenSource(TimeSpan.FromMinutes(3)).Token;

    public sealed record Happened(int By, int Number);

    [Fact]
    public async Task What_one_node_sends_reaches_the_subscribers_of_all_in_its_order()
    {
        await using var server = await RedisServer.StartAsync();
        await using var here = new RedisTopics(server.Options);
        await using var there = new RedisTopics(server.Options);
        await here.SendAsync("units", new Happened(0, -1), _deadline);
        await using var mine = await here.SubscribeAsync<Happened>("units", _deadline);
        await using var theirs = await there.SubscribeAsync<Happened>("units", _deadline);
        await using var others = await there.SubscribeAsync<Happened>("members", _deadline);

        for (var number = 0; number < 500; number++)
        {
            await here.SendAsync("units", new Happened(0, number), _deadline);
        }

        await there.CompleteAsync("units");
        await there.CompleteAsync("members");

        Assert.Equal(Enumerable.Range(0, 500), (await AllAsync(mine)).Select(h => h.Number));
        Assert.Equal(Enumerable.Range(0, 500), (await AllAsync(theirs)).Select(h => h.Number));
        Assert.Empty(await AllAsync(others));
    }

    [Fact]
    public async Task A_topic_that_is_left_and_joined_again_goes_on_from_then()
    {
        await using var server = await RedisServer.StartAsync();
        await using var topics = new RedisTopics(server.Options);
        await (await topics.SubscribeAsync<int>("t", _deadline)).DisposeAsync();
        await topics.SendAsync("t", 1, _deadline);

        await using var again = await topics.SubscribeAsync<int>("t", _deadline);
        await topics.SendAsync("t", 2, _deadline);
        await topics.CompleteAsync("t");

        Assert.Equal([2], await AllAsync(again));
    }

    [Fact]
    public async Task Who_subscribes_while_others_are_behind_hears_nothing_from_before()
    {
        // arrange: a node whose follower does not hear what is sent
        await using var server = await RedisServer.StartAsync();
        await using var gate = new NetworkGate(server.Port);
        await using var there = new RedisTopics(server.Options);
        await using var here = new RedisTopics(
            new RedisOptions { Port = gate.Port, Timeout = TimeSpan.FromSeconds(20) }
        );
        await here.SendAsync("other", 0, _deadline);
        gate.SilenceNext();
        await using var first = await here.SubscribeAsync<int>("t", _deadline);
        await there.SendAsync("t", 1, _deadline);
        await there.CompleteAsync("t");

        // act
        await using var second = await here.SubscribeAsync<int>("t", _deadline);
        await there.SendAsync("t", 2, _deadline);
        await there.CompleteAsync("t");
        gate.Close();
        gate.Open();

        Assert.Equal([1], await AllAsync(first));
        Assert.Equal([2], await AllAsync(second));
    }

    [Fact]
    public async Task Topics_may_be_disposed_of_by_each_who_holds_them()
    {
        var topics = new RedisTopics(new RedisOptions { Port = 1 });
        await topics.DisposeAsync();
        await topics.DisposeAsync();
    }

    [Fact]
    public async Task A_server_killed_and_started_again_under_load_loses_nothing_it_has_acknowledged()
    {
        // arrange: four senders on one node, who send again what failed, and a subscriber on another
        await using var server = await RedisServer.StartAsync();
        await using var senders = new RedisTopics(server.Options);
        await using var readers = new RedisTopics(server.Options);
        await using var stream = await readers.SubscribeAsync<Happened>("load", _deadline);
        var acknowledged = new ConcurrentBag<Happened>();
        using var stopping = new CancellationTokenSource();
        var sending = Enumerable
            .Range(0, 4)
            .Select(by => SendAsync(senders, by, acknowledged, stopping.Token))
            .ToList();
        var received = new ConcurrentQueue<Happened>();
        var reading = ReadAsync(stream, received);

        // act: three times without warning
        for (var kill = 0; kill < 3; kill++)
        {
            await UntilMoreAsync(received, 200);
            await server.KillAsync();
            await server.StartAgainAsync();
        }

        await UntilMoreAsync(received, 200);
        await stopping.CancelAsync();
        await Task.WhenAll(sending);
        await senders.CompleteAsync("load");
        await reading;

        // assert: everything is there, and what each sender sent is in its order
        Assert.Empty(acknowledged.Except(received));
        Assert.All(
            received.GroupBy(h => h.By),
            one => Assert.Equal(one.Select(h => h.Number).Order(), one.Select(h => h.Number))
        );
        Assert.True(acknowledged.Count >= 800);
    }

    [Fact]
    public async Task A_node_cut_off_for_too_long_is_told_that_it_has_missed_something()
    {
        await using var server = await RedisServer.StartAsync("--stream-node-max-entries", "10");
        await using var gate = new NetworkGate(server.Port);
        var options = server.Options;
        options.KeptEvents = 20;
        await using var sender = new RedisTopics(options);
        await using var reader = new RedisTopics(
            new RedisOptions
            {
                Port = gate.Port,
                Timeout = options.Timeout,
                KeptEvents = 20,
            }
        );
        await using var stream = await reader.SubscribeAsync<int>("t", _deadline);
        await using var events = stream.GetAsyncEnumerator(_deadline);
        await sender.SendAsync("t", 0, _deadline);
        Assert.True(await events.MoveNextAsync());

        gate.Close();
        for (var number = 1; number <= 100; number++)
        {
            await sender.SendAsync("t", number, _deadline);
        }

        gate.Open();

        var missed = await Assert.ThrowsAsync<MissedEventsException>(async () =>
        {
            while (await events.MoveNextAsync()) { }
        });
        Assert.Equal("MISSED_EVENTS", Assert.Single(missed.Errors).Extensions!["code"]);
    }

    [Fact]
    public async Task A_short_cut_goes_unnoticed()
    {
        await using var server = await RedisServer.StartAsync();
        await using var gate = new NetworkGate(server.Port);
        await using var sender = new RedisTopics(server.Options);
        await using var reader = new RedisTopics(
            new RedisOptions { Port = gate.Port, Timeout = TimeSpan.FromSeconds(20) }
        );
        await using var stream = await reader.SubscribeAsync<int>("t", _deadline);

        gate.Close();
        for (var number = 0; number < 50; number++)
        {
            await sender.SendAsync("t", number, _deadline);
        }

        await sender.CompleteAsync("t");
        gate.Open();

        Assert.Equal(Enumerable.Range(0, 50), await AllAsync(stream));
    }

    [Fact]
    public async Task A_long_backlog_is_caught_up_with_in_the_usual_time()
    {
        await using var server = await RedisServer.StartAsync();
        await using var gate = new NetworkGate(server.Port);
        await using var sender = new RedisTopics(server.Options);
        await using var reader = new RedisTopics(new RedisOptions { Port = gate.Port });
        await using var stream = await reader.SubscribeAsync<string>("t", _deadline);
        var events = Enumerable.Range(0, 256).Select(number => $"{number}".PadRight(64 * 1024)).ToList();

        gate.Close();
        foreach (var one in events)
        {
            await sender.SendAsync("t", one, _deadline);
        }

        await sender.CompleteAsync("t");
        gate.Open();

        Assert.Equal(events, await AllAsync(stream));
    }

    [Fact]
    public async Task Signs_in_with_a_password_and_says_so_when_it_is_wrong()
    {
        await using var server = await RedisServer.StartAsync("--requirepass", "geheim & lang");
        var address = $"redis://:{Uri.EscapeDataString("geheim & lang")}@127.0.0.1:{server.Port}";
        await using var welcome = new RedisTopics(RedisOptions.Parse(address));
        await welcome.SendAsync("t", 1, _deadline);

        await using var unknown = new RedisTopics(RedisOptions.Parse($"redis://:falsch@127.0.0.1:{server.Port}"));
        var refusal = await Assert.ThrowsAsync<RedisException>(async () => await unknown.SendAsync("t", 1, _deadline));
        Assert.Contains("WRONGPASS", refusal.Message, StringComparison.Ordinal);

        await using var silent = new RedisTopics(server.Options);
        await Assert.ThrowsAsync<RedisException>(async () => await silent.SubscribeAsync<int>("t", _deadline));
    }

    [Fact]
    public async Task Speaks_over_tls_and_trusts_only_who_it_should()
    {
        using var certificate = new ServerCertificate();
        await using var server = await RedisServer.StartAsync(
            "--port",
            "0",
            "--tls-port",
            "{port}",
            "--tls-cert-file",
            certificate.CertificateFile,
            "--tls-key-file",
            certificate.KeyFile,
            "--tls-ca-cert-file",
            certificate.CertificateFile,
            "--tls-auth-clients",
            "no"
        );
        var options = RedisOptions.Parse($"rediss://localhost:{server.Port}");
        options.ConfigureTls = tls => tls.CertificateChainPolicy = certificate.Policy;
        await using var trusting = new RedisTopics(options);
        await using var stream = await trusting.SubscribeAsync<int>("t", _deadline);
        await trusting.SendAsync("t", 7, _deadline);
        await trusting.CompleteAsync("t");
        Assert.Equal([7], await AllAsync(stream));

        await using var strict = new RedisTopics(RedisOptions.Parse($"rediss://localhost:{server.Port}"));
        await Assert.ThrowsAsync<RedisConnectionException>(async () => await strict.SendAsync("t", 1, _deadline));
    }

    [Fact]
    public async Task Nobody_there_is_one_clear_refusal()
    {
        await using var topics = new RedisTopics(new RedisOptions { Port = 1 });

        var refusal = await Assert.ThrowsAsync<RedisConnectionException>(async () =>
            await topics.SendAsync("t", 1, _deadline)
        );

        Assert.StartsWith("Redis at 127.0.0.1:1 cannot be reached", refusal.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("127.0.0.1:6379")]
    [InlineData("http://127.0.0.1")]
    [InlineData("redis://")]
    public void An_address_of_something_else_is_refused(string address) =>
        Assert.Throws<FormatException>(() => RedisOptions.Parse(address));

    private async Task SendAsync(
        RedisTopics topics,
        int by,
        ConcurrentBag<Happened> acknowledged,
        CancellationToken stop
    )
    {
        for (var number = 0; !stop.IsCancellationRequested; )
        {
            try
            {
                await topics.SendAsync("load", new Happened(by, number), _deadline);
                acknowledged.Add(new Happened(by, number));
                number++;
            }
            catch (RedisException)
            {
                // Away, or not yet back: the same once more.
                await Task.Yield();
            }
        }
    }

    private async Task ReadAsync(ISourceStream<Happened> stream, ConcurrentQueue<Happened> received)
    {
        await foreach (var happened in stream.WithCancellation(_deadline))
        {
            received.Enqueue(happened);
        }
    }

    private async Task UntilMoreAsync(ConcurrentQueue<Happened> received, int more)
    {
        var enough = received.Count + more;
        while (received.Count < enough)
        {
            _deadline.ThrowIfCancellationRequested();
            await Task.Delay(5);
        }
    }

    private async Task<List<T>> AllAsync<T>(ISourceStream<T> stream)
    {
        var all = new List<T>();
        await foreach (var one in stream.WithCancellation(_deadline))
        {
            all.Add(one);
        }

        return all;
    }

    /// <summary>A certificate that only this test trusts.</summary>
    private sealed class ServerCertificate : IDisposable
    {
        private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("cooperator-tls-");
        private readonly X509Certificate2 _certificate;

        public ServerCertificate()
        {
            using var key = RSA.Create(2048);
            var request = new CertificateRequest(
                "CN=localhost",
                key,
                HashAlgorithmName.SHA256,
                RSASignaturePadding.Pkcs1
            );
            var names = new SubjectAlternativeNameBuilder();
            names.AddDnsName("localhost");
            request.CertificateExtensions.Add(names.Build());
            request.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, false, 0, true));
            var now = DateTimeOffset.UtcNow;
            _certificate = request.CreateSelfSigned(now.AddDays(-1), now.AddDays(1));
            File.WriteAllText(CertificateFile, _certificate.ExportCertificatePem());
            File.WriteAllText(KeyFile, key.ExportPkcs8PrivateKeyPem());
        }

        public string CertificateFile => Path.Combine(_folder.FullName, "server.crt");

        public string KeyFile => Path.Combine(_folder.FullName, "server.key");

        public X509ChainPolicy Policy
        {
            get
            {
                var policy = new X509ChainPolicy
                {
                    TrustMode = X509ChainTrustMode.CustomRootTrust,
                    RevocationMode = X509RevocationMode.NoCheck,
                };
                policy.CustomTrustStore.Add(_certificate);
                return policy;
            }
        }

        public void Dispose()
        {
            _certificate.Dispose();
            _folder.Delete(recursive: true);
        }
    }
}
