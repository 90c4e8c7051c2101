using System.Runtime.InteropServices;

namespace Fingerspell.Training.Export;

/// <summary>
/// Builds an ONNX file (opset 17, IR version 8): inputs, initializers and nodes are added in the order of the computation,
/// outputs and metadata at any time. What the operators and their attributes mean is ONNX's own
/// (<see href="https://onnx.ai/onnx/operators/"/>); nothing is checked here, ONNX Runtime checks when it loads the file.
/// </summary>
/// <example><code>
/// var model = new OnnxModel("letters");
/// string x = model.Input("pixels", OnnxType.UInt8, -1, 1, 28, 28);
/// x = model.Node("Cast", [x], OnnxAttribute.Int("to", (long)OnnxType.Float));
/// x = model.Node("Mul", [x, model.Initializer("scale", [1 / 255f])]);
/// …
/// model.Node("Gemm", [x, weight, bias], "logits", OnnxAttribute.Int("transB", 1));
/// model.Output("logits", OnnxType.Float, -1, 25);
/// model.Save("letters.onnx");
/// </code></example>
/// <param name="name">The name of the graph.</param>
public sealed class OnnxModel(string name)
{
    const int IrVersion = 8, OpsetVersion = 17;

    readonly List<Action<ProtobufMessage>> nodes = [], initializers = [], inputs = [], outputs = [];
    readonly Dictionary<string, int> counts = [];

    /// <summary>The file's <c>metadata_props</c>.</summary>
    public IDictionary<string, string> Metadata { get; } = new SortedDictionary<string, string>(StringComparer.Ordinal);

    /// <summary>Declares an input of the graph and returns its name.</summary>
    /// <param name="name">The tensor's name.</param>
    /// <param name="type">What its elements are.</param>
    /// <param name="dims">Its shape; −1 is the batch, whose size is free.</param>
    public string Input(string name, OnnxType type, params long[] dims)
    {
        inputs.Add(message => WriteValueInfo(message, name, type, dims));
        return name;
    }

    /// <summary>Declares a node's output as an output of the graph; see <see cref="Input"/>.</summary>
    public void Output(string name, OnnxType type, params long[] dims) =>
        outputs.Add(message => WriteValueInfo(message, name, type, dims));

    /// <summary>Adds a constant of 32-bit floats, such as a layer's weights, and returns its name.</summary>
    /// <param name="name">The tensor's name.</param>
    /// <param name="values">Its elements, the last dimension fastest; copied when the file is written.</param>
    /// <param name="dims">Its shape; none for a single value.</param>
    /// <exception cref="ArgumentException">The shape has another number of elements.</exception>
    public string Initializer(string name, float[] values, params long[] dims) =>
        AddInitializer(name, OnnxType.Float, MemoryMarshal.AsBytes(values.AsSpan()).ToArray(), values.Length, dims);

    /// <summary>Adds a constant of 16-bit floats; see the overload for 32-bit ones.</summary>
    public string Initializer(string name, Half[] values, params long[] dims) =>
        AddInitializer(name, OnnxType.Float16, MemoryMarshal.AsBytes(values.AsSpan()).ToArray(), values.Length, dims);

    /// <summary>Adds a constant of 32-bit whole numbers; see the overload for floats.</summary>
    public string Initializer(string name, int[] values, params long[] dims) =>
        AddInitializer(name, OnnxType.Int32, MemoryMarshal.AsBytes(values.AsSpan()).ToArray(), values.Length, dims);

    /// <summary>Adds a constant of bytes with a sign; see the overload for floats.</summary>
    public string Initializer(string name, sbyte[] values, params long[] dims) =>
        AddInitializer(name, OnnxType.Int8, MemoryMarshal.AsBytes(values.AsSpan()).ToArray(), values.Length, dims);

    /// <summary>Adds a constant of bytes; see the overload for floats.</summary>
    public string Initializer(string name, byte[] values, params long[] dims) =>
        AddInitializer(name, OnnxType.UInt8, [.. values], values.Length, dims);

    /// <summary>Adds a constant of 64-bit whole numbers, such as a shape; see the overload for floats.</summary>
    public string Initializer(string name, long[] values, params long[] dims) =>
        AddInitializer(name, OnnxType.Int64, MemoryMarshal.AsBytes(values.AsSpan()).ToArray(), values.Length, dims);

    /// <summary>Adds a node with one output, named after its operator and its place, and returns that output's name.</summary>
    /// <param name="operation">The operator, such as <c>Conv</c>.</param>
    /// <param name="inputs">The names of the tensors it reads, in the operator's order.</param>
    /// <param name="attributes">Its settings; those left out have ONNX's defaults.</param>
    public string Node(string operation, string[] inputs, params OnnxAttribute[] attributes)
    {
        int count = counts[operation] = counts.GetValueOrDefault(operation) + 1;
        return Node(operation, inputs, $"{operation.ToLowerInvariant()}_{count}", attributes);
    }

    /// <summary>Adds a node with one output of the given name, and returns that name.</summary>
    public string Node(string operation, string[] inputs, string output, params OnnxAttribute[] attributes)
    {
        nodes.Add(message =>
        {
            foreach (string input in inputs)
                message.Text(1, input);
            message.Text(2, output);
            message.Text(3, output);
            message.Text(4, operation);
            foreach (var attribute in attributes)
                message.Message(5, attribute.Write);
        });
        return output;
    }

    /// <summary>The file's bytes.</summary>
    public byte[] ToArray()
    {
        using var model = new ProtobufMessage();
        model.Int(1, IrVersion);
        model.Text(2, "fingerspell");
        model.Message(7, WriteGraph);
        model.Message(8, opset =>
        {
            opset.Text(1, "");
            opset.Int(2, OpsetVersion);
        });
        foreach (var (key, value) in Metadata)
        {
            model.Message(14, entry =>
            {
                entry.Text(1, key);
                entry.Text(2, value);
            });
        }
        return model.ToArray();
    }

    /// <summary>Writes the file, whole or not at all.</summary>
    /// <exception cref="FingerspellException">The place cannot be written to.</exception>
    public void Save(string path) => WholeFile.Write(path, ToArray());

    void WriteGraph(ProtobufMessage graph)
    {
        nodes.ForEach(write => graph.Message(1, write));
        graph.Text(2, name);
        initializers.ForEach(write => graph.Message(5, write));
        inputs.ForEach(write => graph.Message(11, write));
        outputs.ForEach(write => graph.Message(12, write));
    }

    string AddInitializer(string name, OnnxType type, byte[] data, int length, long[] dims)
    {
        if (dims.Aggregate(1L, (product, dim) => product * dim) != length)
            throw new ArgumentException($"{name} has {length} values, not [{string.Join(", ", dims)}]", nameof(dims));
        initializers.Add(tensor =>
        {
            tensor.Ints(1, dims);
            tensor.Int(2, (int)type);
            tensor.Text(8, name);
            tensor.Bytes(9, data);
        });
        return name;
    }

    static void WriteValueInfo(ProtobufMessage info, string name, OnnxType type, long[] dims)
    {
        info.Text(1, name);
        info.Message(2, typeProto => typeProto.Message(1, tensor =>
        {
            tensor.Int(1, (int)type);
            tensor.Message(2, shape =>
            {
                foreach (long dim in dims)
                    shape.Message(1, d => { if (dim < 0) d.Text(2, "N"); else d.Int(1, dim); });
            });
        }));
    }
}
