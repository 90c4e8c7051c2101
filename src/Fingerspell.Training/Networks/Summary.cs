using System.Globalization;
using System.Text;

namespace Fingerspell.Training.Networks;

/// <summary>The table that Keras prints for <c>model.summary()</c>.</summary>
public static class Summary
{
    const int NameWidth = 44, ShapeWidth = 24, CountWidth = 12, Width = NameWidth + ShapeWidth + CountWidth;

    /// <summary>The table of a network's layers (name, shape with an open batch, parameters) and their sums.</summary>
    public static string Of(Network network)
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"Model: \"{network.Name}\"\n").Append('_', Width).Append('\n');
        Row(text, "Layer (type)", "Output Shape", "Param #");
        text.Append('=', Width).Append('\n');

        var used = new Dictionary<string, int>();
        long[] shape = [network.Channels, network.Side, network.Side];
        long trainable = 0, statistics = 0;
        foreach (var layer in network.Layers)
        {
            shape = layer.OutputShape(shape);
            trainable += layer.TrainableParameters;
            statistics += layer.RunningStatistics;
            Row(text, $"{UniqueName(layer.Kind, used)} ({layer.Kind})", KerasShape(shape),
                $"{layer.TrainableParameters + layer.RunningStatistics}");
        }

        text.Append('=', Width).Append('\n');
        text.Append(CultureInfo.InvariantCulture, $"Total params: {trainable + statistics:N0}\n");
        text.Append(CultureInfo.InvariantCulture, $"Trainable params: {trainable:N0}\n");
        text.Append(CultureInfo.InvariantCulture, $"Non-trainable params: {statistics:N0}\n");
        return text.Append('_', Width).Append('\n').ToString();
    }

    static void Row(StringBuilder text, string name, string shape, string count) =>
        text.Append($" {name}".PadRight(NameWidth)).Append(shape.PadRight(ShapeWidth)).Append(count.PadRight(CountWidth))
            .Append('\n');

    /// <summary>Keras puts the batch first and the channels last: (None, 28, 28, 75).</summary>
    static string KerasShape(long[] shape) => $"(None, {string.Join(", ", shape.Skip(1).Append(shape[0]))})";

    /// <summary>Keras's names: <c>conv2d</c>, <c>conv2d_1</c>, <c>max_pooling2d</c>.</summary>
    static string UniqueName(string kind, Dictionary<string, int> used)
    {
        var name = new StringBuilder();
        for (int i = 0; i < kind.Length; i++)
        {
            if (i > 0 && char.IsUpper(kind[i]) && char.IsLower(kind[i - 1]))
                name.Append('_');
            name.Append(char.ToLowerInvariant(kind[i]));
        }
        string plain = name.ToString();
        int number = used.GetValueOrDefault(plain);
        used[plain] = number + 1;
        return number == 0 ? plain : $"{plain}_{number}";
    }
}
