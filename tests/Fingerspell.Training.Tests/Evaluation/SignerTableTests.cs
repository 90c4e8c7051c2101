using Fingerspell.Training.Data;
using Fingerspell.Training.Evaluation;

namespace Fingerspell.Training.Tests.Evaluation;

public sealed class SignerTableTests
{
    static readonly SignerAccuracy[] Signers = [new("user_9", new(90, 100)), new("user_10", new(350, 500))];

    [Fact]
    public void A_line_a_signer_is_followed_by_the_mean_over_signers() =>
        Assert.Equal(
            """
            signer      rows  correct   accuracy  95 % interval
            user_9       100       90    90.00 %  82.56 % – 94.48 %
            user_10      500      350    70.00 %  65.84 % – 73.85 %
            mean                         80.00 %  ± 14.14 %

            """,
            SignerTable.Format(Signers));

    [Fact]
    public void One_signer_has_no_deviation() =>
        Assert.EndsWith("90.00 %\n", SignerTable.Format(Signers[..1]), StringComparison.Ordinal);

    [Fact]
    public void Rows_are_counted_by_signer_in_the_order_of_their_numbers()
    {
        RowSource[] sources = [new("user_10", "a"), new("user_9", "b"), new("user_10", "c")];
        var signers = SignerTable.Of(MadePredictions.Of([0, 1, 2], [0, 1, 1], sources: sources));
        Assert.Equal([new("user_9", new(1, 1)), new("user_10", new(1, 2))], signers!);
    }

    [Fact]
    public void Without_sources_there_is_none() => Assert.Null(SignerTable.Of(MadePredictions.Of([0], [0])));
}
