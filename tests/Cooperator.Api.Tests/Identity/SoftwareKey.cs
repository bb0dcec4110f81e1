using System.Buffers.Binary;
using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Cooperator.Api.Tests.Identity;

/// <summary>A passkey made of software: answers WebAuthn's two ceremonies as a phone would.</summary>
internal sealed class SoftwareKey : IDisposable
{
    public const string Origin = "http://localhost";

    private const byte Present = 0x01;
    private const byte Verified = 0x04;
    private const byte WithKey = 0x40;

    private readonly ECDsa _key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
    private readonly byte[] _id = RandomNumberGenerator.GetBytes(32);
    private string _userHandle = "";
    private uint _counter;

    /// <summary>Whether the key asks for a finger or a code before it answers; one that is only touched does not.</summary>
    public bool Verifies { get; set; } = true;

    public object Create(JsonElement options, string origin = Origin)
    {
        _userHandle = options.GetProperty("user").Text("id");
        var clientData = ClientData("webauthn.create", options.Text("challenge"), origin);
        byte[] keyLength = [(byte)(_id.Length >> 8), (byte)_id.Length];
        byte[] data =
        [
            .. Head(options.GetProperty("rp").Text("id"), Holder | WithKey),
            .. new byte[16],
            .. keyLength,
            .. _id,
            .. PublicKey(),
        ];
        byte[] attestation =
        [
            0xA3,
            .. Cbor("fmt"),
            .. Cbor("none"),
            .. Cbor("attStmt"),
            0xA0,
            .. Cbor("authData"),
            0x59,
            (byte)(data.Length >> 8),
            (byte)data.Length,
            .. data,
        ];
        return Credential(
            new
            {
                clientDataJSON = Text(clientData),
                attestationObject = Text(attestation),
                transports = new[] { "internal" },
            }
        );
    }

    public object Sign(JsonElement options, string origin = Origin)
    {
        _counter++;
        var clientData = ClientData("webauthn.get", options.Text("challenge"), origin);
        var data = Head(options.Text("rpId"), Holder);
        byte[] signed = [.. data, .. SHA256.HashData(clientData)];
        var signature = _key.SignData(signed, HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence);
        return Credential(
            new
            {
                clientDataJSON = Text(clientData),
                authenticatorData = Text(data),
                signature = Text(signature),
                userHandle = _userHandle,
            }
        );
    }

    private int Holder => Verifies ? Present | Verified : Present;

    public void Dispose() => _key.Dispose();

    private object Credential(object response) =>
        new
        {
            id = Text(_id),
            rawId = Text(_id),
            type = "public-key",
            clientExtensionResults = new { },
            response,
        };

    private byte[] Head(string rpId, int flags)
    {
        var counter = new byte[4];
        BinaryPrimitives.WriteUInt32BigEndian(counter, _counter);
        return [.. SHA256.HashData(Encoding.UTF8.GetBytes(rpId)), (byte)flags, .. counter];
    }

    private byte[] PublicKey()
    {
        var point = _key.ExportParameters(includePrivateParameters: false).Q;
        return [0xA5, 0x01, 0x02, 0x03, 0x26, 0x20, 0x01, 0x21, 0x58, 0x20, .. point.X!, 0x22, 0x58, 0x20, .. point.Y!];
    }

    private static byte[] ClientData(string type, string challenge, string origin) =>
        JsonSerializer.SerializeToUtf8Bytes(
            new
            {
                type,
                challenge,
                origin,
                crossOrigin = false,
            }
        );

    private static byte[] Cbor(string text) => [(byte)(0x60 | text.Length), .. Encoding.ASCII.GetBytes(text)];

    private static string Text(byte[] bytes) => Base64Url.EncodeToString(bytes);
}
