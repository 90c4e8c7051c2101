using System.Text.Json;
using System.Text.Json.Serialization;

namespace Fingerspell.Web.Inference;

/// <summary>The numbers of a tensor of bytes, read from JSON without a number ever being an object.</summary>
/// <param name="Bytes">The numbers, row by row.</param>
[JsonConverter(typeof(Converter))]
public sealed record TensorBytes(ReadOnlyMemory<byte> Bytes)
{
    internal sealed class Converter : JsonConverter<TensorBytes>
    {
        public override TensorBytes Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        {
            if (reader.TokenType != JsonTokenType.StartArray)
                throw new JsonException("the data of a tensor is an array");
            var bytes = new MemoryStream();
            for (int depth = 1; depth > 0;)
            {
                reader.Read();
                if (reader.TokenType == JsonTokenType.Number && reader.TryGetByte(out byte number))
                    bytes.WriteByte(number);
                else if (reader.TokenType is JsonTokenType.StartArray)
                    depth++;
                else if (reader.TokenType is JsonTokenType.EndArray)
                    depth--;
                else
                    throw new JsonException("the data of a UINT8 tensor is whole numbers from 0 to 255");
            }
            return new TensorBytes(bytes.GetBuffer().AsMemory(0, (int)bytes.Length));
        }

        public override void Write(Utf8JsonWriter writer, TensorBytes value, JsonSerializerOptions options)
        {
            writer.WriteStartArray();
            foreach (byte number in value.Bytes.Span)
                writer.WriteNumberValue(number);
            writer.WriteEndArray();
        }
    }
}
