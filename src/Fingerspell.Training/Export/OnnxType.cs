using System.Diagnostics.CodeAnalysis;

namespace Fingerspell.Training.Export;

/// <summary>What a tensor's elements are, by the numbers of ONNX's <c>TensorProto.DataType</c>.</summary>
[SuppressMessage("Naming", "CA1720", Justification = "The names of ONNX.")]
[SuppressMessage("Design", "CA1008", Justification = "ONNX's zero, an undefined type, is never written.")]
public enum OnnxType
{
    /// <summary>32-bit floating point.</summary>
    Float = 1,

    /// <summary>Bytes, 0–255.</summary>
    UInt8 = 2,

    /// <summary>Bytes, −128–127.</summary>
    Int8 = 3,

    /// <summary>32-bit whole numbers.</summary>
    Int32 = 6,

    /// <summary>64-bit whole numbers.</summary>
    Int64 = 7,

    /// <summary>16-bit floating point.</summary>
    Float16 = 10,
}
