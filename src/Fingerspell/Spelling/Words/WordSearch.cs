namespace Fingerspell.Spelling.Words;

/// <summary>
/// Finds the words that were most probably meant (a noisy channel): the sum of a word's rarity and of the slips that turn
/// it into what was typed is least. Best first, so that it looks at few of the words: what a beginning of a word costs at
/// least is known from the alignment so far, the letters still to come and the commonest word below it.
/// </summary>
static class WordSearch
{
    /// <summary>A word is not worth showing when it is less probable than the best by more than this, as −ln.</summary>
    const float Worst = 9;

    /// <summary>
    /// What a word's rarity weighs, below 1: by hand people spell names and rare words, and sign the frequent ones.
    /// </summary>
    const float RarityWeight = 0.6f;

    /// <summary>Beginnings of words looked at before giving up: what was typed is like no word.</summary>
    const int MostNodes = 2000;

    /// <summary>The likeliest words, the best first.</summary>
    /// <param name="trie">The words.</param>
    /// <param name="slips">What was typed.</param>
    /// <param name="count">How many words at most.</param>
    /// <param name="unwanted">A word that is not looked for.</param>
    public static List<string> Find(WordTrie trie, Slips slips, int count, string unwanted)
    {
        int width = slips.Count + 1;
        // A row of costs: what the letters to a node cost when they were typed as the first 0, 1, 2… letters.
        float[] rows = new float[64 * width];
        int end = width;
        for (int i = 1; i < width; i++)
            rows[i] = rows[i - 1] + slips.Adds[i - 1];
        var open = new PriorityQueue<(int Node, int Row, bool IsWord), float>();
        open.Enqueue((WordTrie.Root, 0, false), 0);

        List<string> found = [];
        float limit = float.PositiveInfinity;
        for (int looked = 0; looked < MostNodes && found.Count < count && open.TryDequeue(out var next, out float cost); looked++)
        {
            if (cost > limit)
                break;
            if (!next.IsWord)
            {
                var node = trie[next.Node];
                for (int child = node.FirstChild; child < node.EndOfChildren; child++)
                    Enqueue(child, node.Letter, next.Row);
                continue;
            }
            limit = Math.Min(limit, cost + Worst);
            string word = trie.WordAt(next.Node);
            if (word != unwanted)
                found.Add(word);
        }
        return found;

        void Enqueue(int index, char before, int parentRow)
        {
            var node = trie[index];
            if (end + width > rows.Length)
                Array.Resize(ref rows, 2 * rows.Length);
            var parent = rows.AsSpan(parentRow, width);
            var row = rows.AsSpan(end, width);
            float least = Fill(row, parent, slips, node.Letter, before);
            if (least + RarityWeight * node.Commonest <= limit)
                open.Enqueue((index, end, false), least + RarityWeight * node.Commonest);
            if (float.IsFinite(node.Rarity))
                open.Enqueue((index, end, true), row[^1] + RarityWeight * node.Rarity);
            end += width;
        }
    }

    /// <summary>Costs after one more letter.</summary>
    /// <returns>What it costs at least with the letters typed that are still to come.</returns>
    static float Fill(Span<float> row, ReadOnlySpan<float> parent, Slips slips, char letter, char before)
    {
        ReadOnlySpan<float> meant = slips.Meant(letter), adds = slips.Adds, still = slips.Least;
        float drops = Slips.Drops(letter, before);
        float least = (row[0] = parent[0] + drops) + still[0];
        for (int i = 1; i < row.Length; i++)
        {
            if (i == row.Length - 1)
                drops = slips.DropsAtEnd(letter, before);
            float cost = Math.Min(parent[i] + drops, Math.Min(parent[i - 1] + meant[i - 1], row[i - 1] + adds[i - 1]));
            row[i] = cost;
            least = Math.Min(least, cost + still[i]);
        }
        return least;
    }
}
