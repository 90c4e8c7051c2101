using System.Diagnostics.CodeAnalysis;

namespace Fingerspell.Training.Export;

/// <summary>A named setting of an ONNX node, such as the strides of a convolution.</summary>
[SuppressMessage("Naming", "CA1711", Justification = "An ONNX attribute is not a .NET one, but its name is ONNX's.")]
[SuppressMessage("Naming", "CA1720", Justification = "The names of ONNX.")]
public sealed class OnnxAttribute
{
    // AttributeProto.AttributeType in onnx.proto.
    const int FloatType = 1, IntType = 2, StringType = 3, IntsType = 7;

    readonly Action<ProtobufMessage> write;

    OnnxAttribute(string name, int type, Action<ProtobufMessage> writeValue) => write = message =>
    {
        message.Text(1, name);
        writeValue(message);
        message.Int(20, type);
    };

    /// <summary>A whole number.</summary>
    public static OnnxAttribute Int(string name, long value) => new(name, IntType, m => m.Int(3, value));

    /// <summary>A list of whole numbers.</summary>
    public static OnnxAttribute Ints(string name, params long[] values) => new(name, IntsType, m => m.Ints(8, values));

    /// <summary>A 32-bit floating-point number.</summary>
    public static OnnxAttribute Float(string name, float value) => new(name, FloatType, m => m.Float(2, value));

    /// <summary>A text.</summary>
    public static OnnxAttribute String(string name, string value) => new(name, StringType, m => m.Text(4, value));

    internal void Write(ProtobufMessage message) => write(message);
}
