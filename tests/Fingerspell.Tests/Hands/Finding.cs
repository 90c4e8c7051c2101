using Fingerspell.Hands;
using Fingerspell.Imaging;

namespace Fingerspell.Tests.Hands;

/// <summary>Finders asked for the likeliest place, which is then followed as one that shows a letter.</summary>
static class Finding
{
    public static Box? Find(this IHandFinder finder, Frame frame)
    {
        Box? found = finder.Places(frame) is [var likeliest, ..] ? likeliest.Box : null;
        finder.Follow(found, showsLetter: true);
        return found;
    }
}
