using System.Globalization;
using System.Text;
using Fingerspell.Imaging;

namespace Fingerspell.Tests.Shared;

/// <summary>Writes photographs to train on, all made up: a skin-coloured ellipse, whose height tells the letter, on a bluish ground.</summary>
public static class MadePhotos
{
    public static Box Hand { get; } = new(50, 30, 60, 60);

    /// <summary>Two sets: <c>first</c> of the signers anna and bert, <c>second</c> of nobody named.</summary>
    /// <param name="root">The folder of the sets.</param>
    /// <param name="each">Photographs of each of the letters A, B and C in each set.</param>
    public static string Write(string root, int each = 4)
    {
        foreach (string set in new[] { "first", "second" })
        {
            var boxes = new StringBuilder("file,letter,signer,x,y,width,height\n");
            for (int i = 0; i < 3 * each; i++)
            {
                char letter = "ABC"[i % 3];
                string name = $"{letter}/{i / 3:D2}.jpg.rf.{i}.png";
                Directory.CreateDirectory(Path.Combine(root, set, $"{letter}"));
                using var photo = Photo(letter, seed: i + set.Length);
                photo.Save(Path.Combine(root, set, name));
                string signer = set == "second" ? "" : i % 2 == 0 ? "anna" : "bert";
                boxes.Append(CultureInfo.InvariantCulture, $"{name},{letter},{signer},{Hand}\n");
            }
            File.WriteAllText(Path.Combine(root, set, "boxes.csv"), boxes.ToString());
        }
        return root;
    }

    public static Frame Photo(char letter, int seed = 1)
    {
        var random = new Random(seed);
        double height = 12 + 9 * (letter - 'A');
        return MadePictures.Drawn(160, 120, (x, y) =>
        {
            double dx = (x - 80) / 26.0, dy = (y - 60) / height;
            byte noise = (byte)random.Next(40);
            return dx * dx + dy * dy < 1 ? ((byte)(90 + noise), (byte)(130 + noise), (byte)(200 + noise)) : ((byte)(120 + noise), (byte)(60 + noise), noise);
        });
    }
}
