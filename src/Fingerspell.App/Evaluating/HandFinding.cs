using Fingerspell.Hands;

namespace Fingerspell.App.Evaluating;

static class HandFinding
{
    public static IHandFinder Create() => throw new FingerspellException("there is no hand finder yet; give --boxes or --crop");
}
