using System.Text;
using Google.Protobuf;

namespace Fingerspell.Training.Export;

/// <summary>Writes the fields of one protocol-buffer message by their numbers; no package has ONNX's classes.</summary>
sealed class ProtobufMessage : IDisposable
{
    readonly MemoryStream bytes = new();
    readonly CodedOutputStream output;

    public ProtobufMessage() => output = new CodedOutputStream(bytes, leaveOpen: true);

    public void Int(int field, long value)
    {
        output.WriteTag(field, WireFormat.WireType.Varint);
        output.WriteInt64(value);
    }

    /// <summary>A repeated field, a tag each: ONNX is proto2, which does not pack them.</summary>
    public void Ints(int field, IEnumerable<long> values)
    {
        foreach (long value in values)
            Int(field, value);
    }

    public void Float(int field, float value)
    {
        output.WriteTag(field, WireFormat.WireType.Fixed32);
        output.WriteFloat(value);
    }

    public void Text(int field, string value) => Bytes(field, Encoding.UTF8.GetBytes(value));

    public void Bytes(int field, ReadOnlySpan<byte> value)
    {
        output.WriteTag(field, WireFormat.WireType.LengthDelimited);
        output.WriteBytes(ByteString.CopyFrom(value));
    }

    public void Message(int field, Action<ProtobufMessage> write)
    {
        using var inner = new ProtobufMessage();
        write(inner);
        Bytes(field, inner.ToArray());
    }

    public byte[] ToArray()
    {
        output.Flush();
        return bytes.ToArray();
    }

    public void Dispose()
    {
        output.Dispose();
        bytes.Dispose();
    }
}
