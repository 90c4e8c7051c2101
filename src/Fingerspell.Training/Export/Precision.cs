using System.Diagnostics.CodeAnalysis;

namespace Fingerspell.Training.Export;

/// <summary>What the weights of a model file are stored in, and what is computed with them.</summary>
[SuppressMessage("Naming", "CA1720", Justification = "The names that the field uses.")]
public enum Precision
{
    /// <summary>32-bit floats.</summary>
    Single,

    /// <summary>Stored as 16-bit floats (IEEE 754 binary16), for a file of half the size; computed with 32-bit ones.</summary>
    Half,

    /// <summary>Stored as 8-bit whole numbers, for a quarter of the size; most convolutions are computed with them, see <see cref="EightBitGraph"/>.</summary>
    Int8,
}
