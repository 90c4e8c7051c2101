using static TorchSharp.torch;

namespace Fingerspell.Training.Networks;

/// <summary>
/// Several letter networks that are asked as one: the mean of their logits, so that softmax gives the geometric mean of
/// their probabilities. Networks that were trained apart err apart (Hansen and Salamon 1990, "Neural Network Ensembles").
/// </summary>
public sealed class Ensemble : Layer
{
    Ensemble(IReadOnlyList<Network> members) : base(nameof(Ensemble))
    {
        Members = members;
        for (int i = 0; i < members.Count; i++)
            register_module($"member_{i}", members[i]);
    }

    /// <summary>The networks; what they are given here is normalised already.</summary>
    public IReadOnlyList<Network> Members { get; }

    /// <inheritdoc/>
    public override long RunningStatistics => Members.Sum(member => member.Layers.Sum(layer => layer.RunningStatistics));

    /// <summary>One network of several, which owns them; of one, itself.</summary>
    /// <param name="members">Letter networks of one name.</param>
    /// <exception cref="FingerspellException">They are of different names, or look for hands.</exception>
    public static Network Of(IReadOnlyList<Network> members)
    {
        var first = members[0];
        if (members.Count == 1)
            return first;
        if (members.FirstOrDefault(member => member.Name != first.Name) is { } other)
            throw new FingerspellException($"a network {first.Name} and a network {other.Name} cannot be asked as one; name runs of one kind");
        if (first.Name == "hand-finder")
            throw new FingerspellException("only letter networks can be asked as one, and these look for hands; name one of them");
        return new Network(first.Name, first.Channels, first.Side, first.Normalisation, new Ensemble(members));
    }

    /// <inheritdoc/>
    public override long[] OutputShape(long[] input) => Members[0].OutputShape;

    /// <inheritdoc/>
    public override Tensor forward(Tensor input) => stack(Members.Select(member => member.AfterNormalising(input))).mean([0]);
}
