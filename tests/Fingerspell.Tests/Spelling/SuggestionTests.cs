using CsCheck;
using Fingerspell.Letters;
using Fingerspell.Spelling;
using Fingerspell.Spelling.Words;

namespace Fingerspell.Tests.Spelling;

public sealed class SuggestionTests
{
    static readonly Lexicon Few = new(
    [
        ("HELLO", 1e-4), ("HELP", 3e-4), ("HELD", 1e-5), ("HE", 1e-4), ("THE", 1e-3), ("JIM", 1e-4), ("ZOO", 1e-5), ("ZERO", 1e-4),
        ("MAT", 1e-4), ("NAT", 1e-5), ("CAT", 1e-4), ("UP", 1e-3), ("QUIZ", 1e-5),
    ]);

    /// <summary>What is suggested for a text that a person has written.</summary>
    static IReadOnlyList<string> For(string text, Lexicon? lexicon = null)
    {
        var speller = new Speller(new SpellerOptions { Lexicon = lexicon ?? Few });
        speller.Set(text);
        return speller.Suggestions;
    }

    /// <summary>What is suggested when letters were held that were seen with these probabilities; the first one is typed.</summary>
    static IReadOnlyList<string> ForSeen(params IEnumerable<LetterCandidate[]> letters)
    {
        var options = new SpellerOptions { Lexicon = Few };
        var speller = new Speller(options);
        var now = TimeSpan.Zero;
        foreach (var letter in letters)
        {
            for (int i = 0; i < 20; i++)
                speller.Add(now += TimeSpan.FromSeconds(0.1), Readings.Of(letter));
            for (int i = 0; i < 5; i++)
                speller.Add(now += TimeSpan.FromSeconds(0.1), Readings.Of('?'));
        }
        Assert.Equal(string.Concat(letters.Select(letter => letter[0].Letter)), speller.Text);
        return speller.Suggestions;
    }

    static LetterCandidate[] Surely(char letter) => [new(letter, 1)];

    [Fact]
    public void Words_that_begin_so_are_suggested_the_frequent_ones_first() =>
        Assert.Equal(["HELP", "HELLO", "HELD"], For("HEL").Take(3));

    [Theory]
    [InlineData("")]
    [InlineData("  ")]
    [InlineData("12")]
    [InlineData("HE-L")]
    [InlineData("É")]
    [InlineData("HELHELHELHELHELHELHELHELHEL")]
    public void Where_there_is_no_word_nothing_is_suggested(string text) => Assert.Empty(For(text));

    [Fact]
    public void Without_a_lexicon_nothing_is_suggested()
    {
        var speller = new Speller(new SpellerOptions { Lexicon = null });
        speller.Set("HEL");
        Assert.Empty(speller.Suggestions);
    }

    [Fact]
    public void The_word_that_stands_there_is_not_suggested()
    {
        Assert.DoesNotContain("HE", For("HE"));
        Assert.DoesNotContain("HE", For("he "));
    }

    [Fact]
    public void The_last_word_counts_also_when_it_has_ended()
    {
        Assert.Equal("HELP", For("THE HEL")[0]);
        Assert.Equal("HELP", For("THE\nHEL")[0]);
        Assert.Empty(For("HEL\n"));
        Assert.Equal("HELP", For("the hel")[0]);
        // What has ended goes on no more: a letter too many is likelier then than two missing.
        Assert.Equal(["HELP", "HE"], For("THE HEL ").Take(2));
    }

    [Theory]
    [InlineData("HELO", "HELLO")] // typed once what is double
    [InlineData("HHELP", "HELP")] // and twice what is not
    [InlineData("HLP", "HELP")]
    [InlineData("HEXLP", "HELP")]
    [InlineData("VP", "UP")] // U and V look alike
    [InlineData("IIM", "JIM")] // a J is an I that is drawn
    [InlineData("IM", "JIM")] // or nothing
    [InlineData("DOO", "ZOO")] // the hand of a Z is that of a D
    [InlineData("OO", "ZOO")]
    [InlineData("ERO", "ZERO")]
    [InlineData("QUI", "QUIZ")]
    [InlineData("QUID", "QUIZ")]
    public void What_was_meant_is_found(string typed, string word)
    {
        Assert.Equal(word, For(typed)[0]);
        Assert.Equal(word, For(typed + " ")[0]);
    }

    [Fact]
    public void What_was_seen_decides()
    {
        // Written by a person an S is an S, and the word most like it is a guess; seen with a doubt, the doubt is heard.
        LetterCandidate[] t = Surely('T'), a = Surely('A');
        Assert.Equal("CAT", ForSeen([new('S', 0.7f), new('C', 0.3f)], a, t)[0]);
        Assert.Equal("NAT", ForSeen([new('S', 0.7f), new('N', 0.3f)], a, t)[0]);
        Assert.Equal("MAT", ForSeen([new('S', 0.7f), new('M', 0.15f), new('N', 0.15f)], a, t)[0]);
    }

    [Theory]
    [InlineData('J', "IM", "JIM")]
    [InlineData('Z', "OO", "ZOO")]
    public void A_letter_that_was_drawn_is_heard(char drawn, string rest, string word)
    {
        var signs = rest.Select(letter => new TypedSign(letter)).Prepend(TypedSign.Drawn(drawn)).ToArray();
        Assert.Equal(word, WordSearch.Find(Few.Trie, new Slips(signs, isOpen: true), 1, unwanted: "")[0]);
        Assert.True(new Slips(signs, isOpen: true).Meant(drawn)[0] < 0.2);
    }

    [Fact]
    public void No_more_are_suggested_than_asked_for()
    {
        var speller = new Speller(new SpellerOptions { Lexicon = Few, SuggestionCount = 2 });
        speller.Set("HEL");
        Assert.Equal(["HELP", "HELLO"], speller.Suggestions);
    }

    [Fact]
    public void They_follow_the_text()
    {
        var speller = Readings.After("HHHHHHHH?????EEEEEEEE", new SpellerOptions { Lexicon = Few });
        Assert.Equal("HE", speller.Text);
        Assert.Equal("HELP", speller.Suggestions[0]);
        speller.Accept(speller.Suggestions[0]);
        Assert.Equal("HELP ", speller.Text);
        Assert.Empty(speller.Suggestions); // it was chosen
        speller.Space();
        Assert.Empty(speller.Suggestions);
        speller.Delete();
        Assert.NotEmpty(speller.Suggestions);
        speller.Clear();
        Assert.Empty(speller.Suggestions);
        speller.Set("ZER");
        Assert.Equal("ZERO", speller.Suggestions[0]);
    }

    [Fact]
    public void What_was_seen_is_kept_where_a_person_goes_on_writing()
    {
        var speller = new Speller(new SpellerOptions { Lexicon = Few, Hold = TimeSpan.Zero });
        speller.Add(TimeSpan.Zero, Readings.Of([new('S', 0.6f), new('C', 0.4f)]));
        speller.Set("SAT");
        Assert.Equal("CAT", speller.Suggestions[0]);
    }

    [Fact]
    public void The_best_first_search_finds_what_trying_every_word_finds() =>
        Gen.Select(
            Gen.Select(Gen.Char["ABCJ"].Array[1, 5], Gen.Double[1e-6, 1]).Array[1, 40],
            Gen.Char["ABCJ"].Array[1, 5],
            Gen.Bool).Sample((words, letters, isOpen) =>
        {
            var entries = words.Select(word => (Word: new string(word.Item1), Rarity: (float)-Math.Log(word.Item2)))
                .DistinctBy(entry => entry.Word).OrderBy(entry => entry.Word, StringComparer.Ordinal).ToArray();
            var slips = new Slips([.. letters.Select(letter => new TypedSign(letter))], isOpen);
            var all = entries.Select(entry => (entry.Word, Cost: CostOf(slips, entry.Word) + 0.6 * entry.Rarity)).OrderBy(entry => entry.Cost).ToArray();

            var found = WordSearch.Find(new WordTrie(entries), slips, 3, unwanted: "");
            Assert.Equal(Math.Min(3, all.Count(entry => entry.Cost <= all[0].Cost + 9)), found.Count);
            for (int i = 0; i < found.Count; i++)
                Assert.Equal(all[i].Cost, all.First(entry => entry.Word == found[i]).Cost, 1e-4);
        });

    /// <summary>The cheapest alignment, of all there are.</summary>
    static double CostOf(Slips slips, string word)
    {
        double[,] cost = new double[word.Length + 1, slips.Count + 1];
        for (int w = 0; w <= word.Length; w++)
        {
            for (int t = 0; t <= slips.Count; t++)
            {
                double least = w + t == 0 ? 0 : double.PositiveInfinity;
                if (w > 0)
                {
                    char letter = word[w - 1], before = w > 1 ? word[w - 2] : '\0';
                    least = Math.Min(least, cost[w - 1, t] + (t < slips.Count ? Slips.Drops(letter, before) : slips.DropsAtEnd(letter, before)));
                }
                if (t > 0)
                    least = Math.Min(least, cost[w, t - 1] + slips.Adds[t - 1]);
                if (w > 0 && t > 0)
                    least = Math.Min(least, cost[w - 1, t - 1] + slips.Meant(word[w - 1])[t - 1]);
                cost[w, t] = least;
            }
        }
        return cost[word.Length, slips.Count];
    }

    [Theory]
    [InlineData("TWICE", "TWICE")]
    [InlineData("LOWER", "Lower")]
    [InlineData("SPACE", "TWO WORDS")]
    [InlineData("EMPTY", "")]
    public void A_lexicon_of_other_than_words_is_refused(string word, string other) =>
        Assert.Throws<ArgumentException>(() => new Lexicon([(word, 0.1), (other, 0.1)]));

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(1.1)]
    [InlineData(double.NaN)]
    public void A_probability_is_one(double probability) => Assert.Throws<ArgumentException>(() => new Lexicon([("A", probability)]));

    [Theory]
    [InlineData("HEL", "HELP", "HELLO")]
    [InlineData("HELO ", "HELLO")]
    [InlineData("KEVI", "KEVIN")]
    [InlineData("IAMES ", "JAMES")]
    [InlineData("IANU", "JANUARY")]
    [InlineData("DOE ", "ZOE")]
    [InlineData("QUIC", "QUICK")]
    [InlineData("FRIEMD ", "FRIEND")]
    [InlineData("WATRE", "WATER")]
    [InlineData("SIQN ", "SIGN")]
    [InlineData("THAMK ", "THANK")]
    [InlineData("PIZA ", "PIZZA")]
    [InlineData("PIA ", "PIZZA")] // a Z drawn is not read
    [InlineData("MARVY ", "MARY")]
    public void The_English_words_serve(string typed, params string[] words) =>
        Assert.Empty(words.Except(For(typed, Lexicon.English)));
}
