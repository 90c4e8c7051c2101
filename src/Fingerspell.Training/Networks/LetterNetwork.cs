using Fingerspell.Letters;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Fingerspell.Training.Networks;

/// <summary>A network that names letters: bare grey crops in, a logit for each dataset label out.</summary>
public sealed class LetterNetwork : Module<Tensor, Tensor>
{
    readonly ModuleList<Layer> layers;

    /// <summary>A network of layers, one after the other.</summary>
    /// <param name="name">Its name on the command line and in model files.</param>
    /// <param name="side">Side of the crops it is given, in pixels.</param>
    /// <param name="normalisation">How grey levels become its first numbers.</param>
    /// <param name="layers">The layers; the last leaves <see cref="Alphabet.LabelCount"/> logits.</param>
    public LetterNetwork(string name, int side, Normalisation normalisation, params Layer[] layers) : base(name)
    {
        Name = name;
        Side = side;
        Normalisation = normalisation;
        this.layers = ModuleList(layers);
        RegisterComponents();
    }

    /// <summary>Its name on the command line and in model files.</summary>
    public string Name { get; }

    /// <summary>Side of the crops it is given, in pixels.</summary>
    public int Side { get; }

    /// <summary>How grey levels become its first numbers.</summary>
    public Normalisation Normalisation { get; }

    /// <summary>The layers, in order.</summary>
    public IEnumerable<Layer> Layers => layers;

    /// <summary>The logits of a batch of crops.</summary>
    /// <param name="input">[batch, 1, side, side], grey levels 0–255 as float32.</param>
    /// <returns>[batch, 25].</returns>
    public override Tensor forward(Tensor input) =>
        layers.Aggregate(Normalise.Pixels(input, Normalisation), (values, layer) => layer.call(values));
}
