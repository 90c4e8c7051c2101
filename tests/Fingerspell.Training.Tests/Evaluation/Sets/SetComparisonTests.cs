using Fingerspell.Training.Evaluation.Photos;
using Fingerspell.Training.Evaluation.Sets;
using Fingerspell.Training.Tests.Evaluation.Photos;

namespace Fingerspell.Training.Tests.Evaluation.Sets;

public sealed class SetComparisonTests
{
    static readonly PhotoReading[] Readings =
        [MadeReadings.Of('A', 'A', 0.95f), MadeReadings.Of('A', 'S', 0.6f), MadeReadings.Of('B', 'B', 0.8f), MadeReadings.NoHand('B')];

    static readonly SetComparison Comparison = new(
        new("./fingerspell evaluate --sets dev", "1.0+abc", new Dictionary<string, string> { ["letters"] = "0123" }),
        [
            new("webcam", Measurement.Of(Readings, handsFound: true), Measurement.Of(Readings[..3], handsFound: false)),
            new("crops", Measurement.Of(MadePredictions.Of([0, 2], [0, 2]), threshold: 0.5)),
            new("no-hand", Measurement.Of([MadeReadings.NoHand(null), MadeReadings.Of(null, 'C', 0.7f, name: "wall.jpg")], handsFound: true)),
        ]);

    [Fact]
    public void Its_markdown_has_every_table()
    {
        const string Expected =
            """
            Measured with `./fingerspell evaluate --sets dev`, version 1.0+abc, models `letters` (SHA-256 `0123`).

            From the whole picture: the hand is looked for, and no answer counts as wrong. "Box given" is the accuracy when
            told where the hand is. The intervals (Wilson) take photographs as independent, which those of one person are not.

            | set    | photographs | accuracy |      95 % interval | answered | right when answered | box given | IoU ≥ 0.5 | median IoU |     ECE |
            | ------ | ----------: | -------: | -----------------: | -------: | ------------------: | --------: | --------: | ---------: | ------: |
            | webcam |           4 |  50.00 % |  15.00 % – 85.00 % |  75.00 % |             66.67 % |   66.67 % |   75.00 % |      1.000 | 28.33 % |
            | crops  |           2 | 100.00 % | 34.24 % – 100.00 % | 100.00 % |            100.00 % |         – |         – |          – | 10.00 % |

            Pictures without a signing hand, and the share of them that other thresholds would answer:

            | set     | pictures | hand found | letter named |  at 0.0 |  at 0.3 |  at 0.5 | at 0.7 | at 0.9 |
            | ------- | -------: | ---------: | -----------: | ------: | ------: | ------: | -----: | -----: |
            | no-hand |        2 |    50.00 % |      50.00 % | 50.00 % | 50.00 % | 50.00 % | 0.00 % | 0.00 % |

            Letters named without a hand:

            | picture without a hand | letter named | confidence |
            | ---------------------- | -----------: | ---------: |
            | no-hand/wall.jpg       |            C |    70.00 % |

            What a confidence asked for before a letter is named comes to: % right when answered / % answered.

            | set    |           0.0 |           0.3 |           0.5 |           0.7 |          0.9 |
            | ------ | ------------: | ------------: | ------------: | ------------: | -----------: |
            | webcam |   66.7 / 75.0 |   66.7 / 75.0 |   66.7 / 75.0 |  100.0 / 50.0 | 100.0 / 25.0 |
            | crops  | 100.0 / 100.0 | 100.0 / 100.0 | 100.0 / 100.0 | 100.0 / 100.0 |      – / 0.0 |

            """;
        string markdown = Comparison.ToMarkdown();
        Assert.StartsWith(Expected, markdown, StringComparison.Ordinal);
        Assert.Contains("| letter | webcam | crops |\n| ------ | -----: | ----: |\n| A      |     50 |   100 |\n| B      |     50 |       |\n| C      |        |   100 |\n", markdown, StringComparison.Ordinal);
        Assert.EndsWith(
            """
            | set    | worst letters  | most frequent confusions |
            | ------ | -------------- | ------------------------ |
            | webcam | A 50 %, B 50 % | A → S 1, B → none 1      |
            | crops  | –              | –                        |

            """, markdown, StringComparison.Ordinal);
    }

    [Fact]
    public void Its_json_has_an_object_a_set()
    {
        var json = Comparison.ToJson();
        Assert.Equal(["command", "version", "models", "sets"], json.Select(pair => pair.Key));
        Assert.Equal(["webcam", "crops", "no-hand"], json["sets"]!.AsArray().Select(set => set!["name"]!.GetValue<string>()));
        Assert.Equal(0.5, json["sets"]![0]!["accuracy"]!.GetValue<double>());
        Assert.Equal(3, json["sets"]![0]!["boxesGiven"]!["photos"]!.GetValue<int>());
        Assert.Null(json["sets"]![1]!["boxesGiven"]);
        Assert.Equal(0.5, json["sets"]![2]!["withoutHand"]!["namedShare"]!.GetValue<double>());
    }
}
