using System.Numerics.Tensors;
using System.Runtime.InteropServices;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Fingerspell.Training.Learning;

/// <summary>
/// The mean of a network's weights over the steps of a training (stochastic weight averaging: Izmailov et al. 2018,
/// <see href="https://arxiv.org/abs/1803.05407"/>; of every step: Cha et al. 2021, <see href="https://arxiv.org/abs/2102.08604"/>,
/// who find that it reads domains it has not seen better). What the network then is needs statistics of its own, see <see cref="RunningStatistics"/>.
/// </summary>
/// <param name="network">A network whose weights are the mean so far.</param>
/// <param name="steps">Of how many steps; 0 where the mean has yet to begin.</param>
sealed class WeightMean(nn.Module network, int steps)
{
    readonly float[][] means = [.. network.parameters().Select(weights => weights.data<float>().ToArray())];

    /// <summary>Takes the weights after a step into the mean.</summary>
    public void Add(nn.Module network)
    {
        steps++;
        foreach (var (mean, weights) in means.Zip(network.parameters()))
            TensorPrimitives.Lerp(mean, Floats(weights), 1f / steps, mean);
    }

    /// <summary>Gives a network the mean for its own weights.</summary>
    public void CopyTo(nn.Module network)
    {
        foreach (var (mean, weights) in means.Zip(network.parameters()))
            mean.CopyTo(Floats(weights));
    }

    static Span<float> Floats(Parameter weights) => MemoryMarshal.Cast<byte, float>(weights.bytes);
}
