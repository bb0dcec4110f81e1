using System.Text;

namespace Cooperator.GraphQL.Tests.Differential.Mutating;

/// <summary>Changes bytes, so that the text may not even be UTF-8 any more.</summary>
internal static class ByteMutator
{
    public static byte[] Mutate(string text, Random random)
    {
        var bytes = Encoding.UTF8.GetBytes(text).ToList();
        for (var times = random.Next(1, 4); times > 0; times--)
        {
            var index = random.Next(bytes.Count + 1);
            switch (random.Next(3))
            {
                case 0 when index < bytes.Count:
                    bytes[index] ^= (byte)(1 << random.Next(8));
                    break;
                case 1 when index < bytes.Count:
                    bytes.RemoveAt(index);
                    break;
                default:
                    bytes.Insert(index, (byte)random.Next(256));
                    break;
            }
        }

        return [.. bytes];
    }
}
