using Fingerspell.Letters;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Fingerspell.Training.Networks;

/// <summary>A network: square pictures in, as bare grey levels or colours, and what its last layer says of them out.</summary>
public sealed class Network : Module<Tensor, Tensor>
{
    /// <summary>A side of so many pixels, or of some times as many, can be halved five times.</summary>
    const int FiveHalvings = 32;

    readonly ModuleList<Layer> layers;

    /// <summary>A network of layers, one after the other.</summary>
    /// <param name="name">Its name on the command line and in model files.</param>
    /// <param name="channels">1 for grey pictures, 3 for red, green, blue.</param>
    /// <param name="side">Side of the pictures it is given, in pixels.</param>
    /// <param name="normalisation">How levels become its first numbers.</param>
    /// <param name="layers">The layers.</param>
    public Network(string name, int channels, int side, Normalisation normalisation, params Layer[] layers) : base(name)
    {
        Name = name;
        Channels = channels;
        Side = side;
        Normalisation = normalisation;
        this.layers = ModuleList(layers);
        RegisterComponents();
    }

    /// <summary>Its name on the command line and in model files.</summary>
    public string Name { get; }

    /// <summary>1 for grey pictures, 3 for red, green, blue.</summary>
    public int Channels { get; }

    /// <summary>Side of the pictures it is given, in pixels.</summary>
    public int Side { get; }

    /// <summary>Side of the pictures that the first epochs of a training may take, see <see cref="Learning.TrainOptions.Coarse"/>, in pixels.</summary>
    public int CoarseSide => CoarseOf(Side);

    /// <summary>About two thirds of a side, in pixels that can be halved five times; a step then takes half of the time.</summary>
    internal static int CoarseOf(int side) => side * 2 / 3 / FiveHalvings * FiveHalvings;

    /// <summary>How levels become its first numbers.</summary>
    public Normalisation Normalisation { get; }

    /// <summary>The layers, in order.</summary>
    public IEnumerable<Layer> Layers => layers;

    /// <summary>The shape of what it says of one picture.</summary>
    public long[] OutputShape => layers.Aggregate((long[])[Channels, Side, Side], (shape, layer) => layer.OutputShape(shape));

    /// <summary>
    /// Has the convolutions that a batch normalisation follows learn in bfloat16, see <see cref="Conv2D.LearnsInBFloat16"/>: all but the last ones, whose
    /// results are what is measured.
    /// </summary>
    public void LearnInBFloat16()
    {
        foreach (var convolution in modules().OfType<Conv2D>().Where(convolution => convolution.Bias is null))
            convolution.LearnsInBFloat16 = true;
    }

    /// <summary>What the network says of a batch.</summary>
    /// <param name="input">[batch, channels, side, side], levels 0–255 as float32.</param>
    /// <returns>The last layer's shape: [batch, 25] logits of a letter network, [batch, 5, side/8, side/8] of a hand finder.</returns>
    public override Tensor forward(Tensor input) => AfterNormalising(Normalise.Pixels(input, Normalisation));

    /// <summary>The same of a batch whose levels are normalised.</summary>
    internal Tensor AfterNormalising(Tensor input) => layers.Aggregate(input, (values, layer) => layer.call(values));
}
