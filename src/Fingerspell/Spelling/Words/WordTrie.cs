namespace Fingerspell.Spelling.Words;

/// <summary>Words as a tree of their letters, each node with how rare its word is and the commonest one below it.</summary>
sealed class WordTrie
{
    /// <summary>The node before the first letter.</summary>
    public const int Root = 0;

    readonly List<Node> nodes = [];

    /// <param name="words">Each word once, in ordinal order, with its rarity: −ln of its probability.</param>
    /// <exception cref="ArgumentException">The words are not in order, or one is there twice, or not A–Z.</exception>
    public WordTrie(IReadOnlyList<(string Word, float Rarity)> words)
    {
        for (int i = 0; i < words.Count; i++)
        {
            if (words[i].Word.Length == 0 || words[i].Word.AsSpan().ContainsAnyExceptInRange('A', 'Z')
                || i > 0 && string.CompareOrdinal(words[i - 1].Word, words[i].Word) >= 0)
                throw new ArgumentException($"the word {words[i].Word} is not of A–Z, or not in order, or there twice", nameof(words));
        }
        Grow(words);
        // A node stands before all that are below it.
        for (int i = nodes.Count - 1; i > Root; i--)
        {
            var parent = nodes[nodes[i].Parent];
            nodes[nodes[i].Parent] = parent with { Commonest = Math.Min(parent.Commonest, nodes[i].Commonest) };
        }
    }

    public Node this[int node] => nodes[node];

    /// <summary>All words with their rarities, in no order that means anything.</summary>
    public IEnumerable<(string Word, float Rarity)> Words =>
        Enumerable.Range(0, nodes.Count).Where(node => float.IsFinite(nodes[node].Rarity)).Select(node => (WordAt(node), nodes[node].Rarity));

    /// <summary>The letters from the root to a node.</summary>
    public string WordAt(int node)
    {
        var letters = new Stack<char>();
        for (; node != Root; node = nodes[node].Parent)
            letters.Push(nodes[node].Letter);
        return string.Concat(letters);
    }

    /// <summary>Level by level, so that the children of a node stand together.</summary>
    void Grow(IReadOnlyList<(string Word, float Rarity)> words)
    {
        nodes.Add(Node.Of('\0', Root));
        var open = new Queue<(int Node, int From, int To, int Depth)>([(Root, 0, words.Count, 0)]);
        while (open.TryDequeue(out var range))
        {
            var (node, from, to, depth) = range;
            // The word that ends here, if there is one, comes first.
            if (from < to && words[from].Word.Length == depth)
                nodes[node] = nodes[node] with { Rarity = words[from].Rarity, Commonest = words[from++].Rarity };
            nodes[node] = nodes[node] with { FirstChild = nodes.Count };
            while (from < to)
            {
                char letter = words[from].Word[depth];
                int end = from;
                while (end < to && words[end].Word[depth] == letter)
                    end++;
                open.Enqueue((nodes.Count, from, end, depth + 1));
                nodes.Add(Node.Of(letter, node));
                from = end;
            }
            nodes[node] = nodes[node] with { EndOfChildren = nodes.Count };
        }
    }

    /// <summary>A letter in some words.</summary>
    /// <param name="Letter">The letter.</param>
    /// <param name="Parent">The node of the letter before it.</param>
    /// <param name="FirstChild">The first of the letters that may follow.</param>
    /// <param name="EndOfChildren">The node after the last of them.</param>
    /// <param name="Rarity">−ln of the probability of the word that ends here, or infinity where none does.</param>
    /// <param name="Commonest">The smallest rarity of this word and all that begin with it.</param>
    public readonly record struct Node(char Letter, int Parent, int FirstChild, int EndOfChildren, float Rarity, float Commonest)
    {
        public static Node Of(char letter, int parent) => new(letter, parent, 0, 0, float.PositiveInfinity, float.PositiveInfinity);
    }
}
