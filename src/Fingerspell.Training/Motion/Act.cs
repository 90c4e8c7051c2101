using System.Numerics;
using Fingerspell.Showing;

namespace Fingerspell.Training.Motion;

/// <summary>
/// Puts together what a hand does, one thing after the other, each time a little differently: letters held, J and Z drawn, and
/// what hands do that is no letter. The hand is the drawn one (<see cref="ManualAlphabet"/>), which knows how a fist is
/// smaller than a B and where a J's little finger goes.
/// </summary>
sealed class Act(Random random)
{
    /// <summary>A hand's length in mm, which is what sizes are told in.</summary>
    const float Hand = 170;

    static readonly Vector2 Below = new(0, -420);

    readonly List<Stretch> stretches = [];
    Pose? now;
    char letterNow = 'B';

    /// <summary>What the hand does, in order.</summary>
    public IReadOnlyList<Stretch> Stretches => stretches;

    /// <summary>How long it is so far, in seconds.</summary>
    public double Seconds => stretches.Sum(stretch => stretch.Seconds);

    /// <summary>A number of chance between two others.</summary>
    public double Chance(double from, double to) => from + (to - from) * random.NextDouble();

    /// <summary>A number between two others, of which half as much and twice as much are as likely.</summary>
    public double ChanceOfTempo(double from, double to) => from * Math.Pow(to / from, random.NextDouble());

    /// <summary>One of some things.</summary>
    public T OneOf<T>(params ReadOnlySpan<T> some) => some[random.Next(some.Length)];

    /// <summary>No hand is in the picture.</summary>
    public void Away(double seconds)
    {
        if (now is { } pose)
        {
            var to = pose.Place + OneOf(Below, new(300, 0), new(-300, 0));
            Add(Chance(0.25, 0.6), share => pose with { Place = Vector2.Lerp(pose.Place, to, Ease(share)) }, _ => Likeness.Of(letterNow, 0.6f));
        }
        stretches.Add(new(seconds, null, _ => Likeness.Of('B', 0)));
        now = null;
    }

    /// <summary>A letter is held, after the hand has become it.</summary>
    public void Hold(char letter, double seconds)
    {
        Become(letter, VariedPose(letter));
        var pose = now!;
        Add(seconds, _ => pose, _ => Likeness.Of(letter));
    }

    /// <summary>The same letter again, after a small bounce down or to the side.</summary>
    public void Again(double seconds)
    {
        var pose = now!;
        var aside = OneOf(new Vector2(0, -1), new(1, 0), new(-1, 0)) * (float)Chance(0.1, 0.5) * Hand;
        Add(Chance(0.25, 0.5), share => pose with { Place = pose.Place + aside * MathF.Sin(MathF.PI * share) }, _ => Likeness.Of(letterNow, 0.9f));
        Add(seconds, _ => pose, _ => Likeness.Of(letterNow));
    }

    /// <summary>The hand goes to and fro about where it is: it waves, shakes or nods.</summary>
    /// <param name="letter">What it looks like.</param>
    /// <param name="times">How often.</param>
    public void Wave(char letter, int times)
    {
        Become(letter, VariedPose(letter));
        var pose = now!;
        float way = (float)Chance(0.05, 0.6) * Hand, direction = (float)Chance(-0.4, 0.4) + (random.Next(4) == 0 ? MathF.PI / 2 : 0);
        var (sin, cos) = MathF.SinCos(direction);
        var drift = new Vector2((float)Chance(-0.3, 0.3), (float)Chance(-0.3, 0.3)) * Hand;
        var end = pose with { Place = pose.Place + drift };
        Add(times * ChanceOfTempo(0.3, 1), share => pose with
        {
            Place = Vector2.Lerp(pose.Place, end.Place, share) + new Vector2(cos, sin) * way * MathF.Sin(2 * MathF.PI * times * share),
        }, _ => Likeness.Of(letter, 0.8f));
        now = end;
    }

    /// <summary>The hand goes in a circle.</summary>
    public void Circle(char letter)
    {
        Become(letter, VariedPose(letter));
        var pose = now!;
        float radius = (float)Chance(0.1, 0.5) * Hand, sense = OneOf(-1f, 1f), times = OneOf(1f, 1.5f, 2f), start = (float)Chance(0, 2 * Math.PI);
        Vector2 At(float share)
        {
            float angle = start + 2 * MathF.PI * sense * times * share;
            return new Vector2(MathF.Cos(angle), MathF.Sin(angle)) * radius;
        }
        Pose Along(float share) => pose with { Place = pose.Place + At(share) - At(0) };
        Add(times * ChanceOfTempo(0.5, 1.5), Along, _ => Likeness.Of(letter, 0.8f));
        now = Along(1);
    }

    /// <summary>The hand goes somewhere, and somewhere else.</summary>
    public void Wander(char letter, int places)
    {
        Become(letter, VariedPose(letter));
        for (int i = 0; i < places; i++)
        {
            var pose = now!;
            var to = pose with { Place = Within(pose.Place + new Vector2((float)Chance(-1, 1), (float)Chance(-0.8, 0.8)) * Hand) };
            Add(ChanceOfTempo(0.25, 1.5), share => Pose.Between(pose, to, Ease(share)), _ => Likeness.Of(letter, 0.8f));
            if (random.Next(2) == 0)
                Add(Chance(0.1, 0.6), _ => to, _ => Likeness.Of(letter));
            now = to;
        }
    }

    /// <summary>Another letter elsewhere at once, and another one: a face is taken for the hand and the hand again, or a video is cut.</summary>
    public void Jump(int times)
    {
        for (int i = 0; i < times; i++)
        {
            char letter = random.Next(4) == 0 ? OneOf('I', 'D') : OneOf([.. Alphabet.StaticLetters]);
            var pose = VariedPose(letter);
            now = pose with { Place = pose.Place + new Vector2((float)Chance(-0.6, 0.6), (float)Chance(-0.5, 0.5)) * Hand };
            letterNow = letter;
            var there = now;
            Add(Chance(0.2, 1.2), _ => there, _ => Likeness.Of(letter));
        }
    }

    /// <summary>A J: an I, whose little finger goes down and round.</summary>
    /// <returns>When its motion is over, in seconds from the beginning.</returns>
    public double DrawJ()
    {
        Become('I', VariedPose('I'));
        var start = now!;
        if (random.Next(4) > 0)
            Add(Chance(0.1, 1.2), _ => start, _ => Likeness.Of('I'));
        else
            Add(0.25, _ => start, _ => Likeness.Of('I'));
        // How much of the drawn hand's turning and travelling this person does: some twist the hand round and hardly tip it.
        var first = LetterMotion.At('J', 0);
        float turn = (float)Chance(0.6, 1.2), tilt = (float)Chance(0.15, 1.2), lean = (float)Chance(0.2, 1.6), travel = (float)Chance(0, 2);
        // Some tip the hand outwards before they turn it.
        float outwards = (float)Chance(0, 60), bent = (float)Chance(0.75, 1.3), ending = (float)Chance(0.3, 0.9);
        char after = OneOf('Y', 'G', 'H', 'N', 'X', 'Q', 'A', 'T', 'R', 'I');
        Pose At(float share)
        {
            var drawn = LetterMotion.At('J', MathF.Pow(share, bent));
            var (o, b) = (drawn.Orientation, first.Orientation);
            float tipped = outwards * MathF.Sin(MathF.PI * Math.Clamp(share / 0.6f, 0, 1));
            return start with
            {
                Orientation = new(
                    start.Orientation.Turn + turn * (o.Turn - b.Turn), start.Orientation.Tilt + tilt * (o.Tilt - b.Tilt),
                    start.Orientation.Lean + lean * (o.Lean - b.Lean) - tipped, start.Orientation.Elbow + o.Elbow - b.Elbow),
                Place = start.Place + travel * (drawn.Place - first.Place),
            };
        }
        Add(ChanceOfTempo(0.4, 2.5), At, share => new('I', after, Math.Clamp(share * 2.5f - 0.5f, 0, 1), share < 0.25f ? 0.9f : ending));
        now = At(1);
        letterNow = after;
        return Seconds;
    }

    /// <summary>A Z: three strokes of the index finger.</summary>
    /// <returns>When its motion is over, in seconds from the beginning.</returns>
    public double DrawZ()
    {
        char looks = OneOf('D', 'D', 'D', 'G', 'L', 'X', 'R', 'U', 'K'), blurred = OneOf([.. Alphabet.StaticLetters]);
        Become(looks, Vary(LetterMotion.At('Z', 0)) with { Place = new((float)Chance(0, 60), (float)Chance(0, 60)) });
        var start = now!;
        if (random.Next(3) > 0)
            Add(Chance(0.1, 1.2), _ => start, _ => Likeness.Of(looks));
        float width = (float)Chance(0.35, 1.4) * Hand, height = width * (float)Chance(0.6, 1.4), slant = (float)Chance(-0.25, 0.25);
        float bottom = width * (float)Chance(0.75, 1.3), wobble = (float)Chance(-12, 12), sure = (float)Chance(0.4, 0.9);
        Vector2[] corners =
        [
            start.Place, start.Place + new Vector2(-width, (float)Chance(-0.15, 0.15) * width),
            start.Place + new Vector2((float)Chance(-0.2, 0.2) * width, -height), start.Place + new Vector2((float)Chance(-0.2, 0.2) * width - bottom, -height),
        ];
        var (sin, cos) = MathF.SinCos(slant);
        for (int i = 1; i < corners.Length; i++)
        {
            var way = corners[i] - start.Place;
            corners[i] = start.Place + new Vector2(cos * way.X - sin * way.Y, sin * way.X + cos * way.Y);
        }
        double whole = ChanceOfTempo(0.4, 2.5), dwelling = Chance(0, 0.25);
        double length = Enumerable.Range(1, 3).Sum(i => Math.Sqrt(Vector2.Distance(corners[i - 1], corners[i])));
        for (int i = 1; i < corners.Length; i++)
        {
            var (from, to) = (corners[i - 1], corners[i]);
            var bow = new Vector2(from.Y - to.Y, to.X - from.X) * (float)Chance(-0.12, 0.12);
            float lean = i % 2 == 0 ? wobble : -wobble;
            var likeness = new Likeness(looks, blurred, (float)Chance(0, 0.7), sure);
            Pose At(float share) => start with
            {
                Place = Vector2.Lerp(from, to, Ease(share)) + bow * MathF.Sin(MathF.PI * Ease(share)),
                Orientation = start.Orientation with { Lean = start.Orientation.Lean + lean * MathF.Sin(MathF.PI * share) },
            };
            Add(whole * (1 - dwelling) * Math.Sqrt(Vector2.Distance(from, to)) / length, At, _ => likeness);
            now = At(1);
            if (i < 3 && dwelling > 0.02)
            {
                var corner = now;
                Add(whole * dwelling / 2, _ => corner, _ => likeness);
            }
        }
        letterNow = looks;
        return Seconds;
    }

    /// <summary>What comes after a drawing: the hand rests, and may go on then.</summary>
    public void Rest(double seconds)
    {
        var pose = now!;
        char looks = letterNow;
        float sure = (float)Chance(0.3, 0.8);
        Add(seconds, _ => pose, _ => Likeness.Of(looks, sure));
    }

    void Become(char letter, Pose pose)
    {
        var to = pose with { Place = now is { } before ? Within(before.Place * 0.5f + pose.Place) : pose.Place };
        char last = letterNow;
        if (now is { } from)
        {
            Add(Chance(0.15, 0.5), share => Pose.Between(from, to, Ease(share)),
                share => new(last, letter, Ease(share), 0.5f + Math.Abs(share - 0.5f)));
        }
        else
        {
            var way = OneOf(Below, new(300, -100), new(-300, -100));
            Add(Chance(0.25, 0.6), share => to with { Place = to.Place + way * (1 - Ease(share)) }, _ => Likeness.Of(letter, 0.6f));
        }
        (now, letterNow) = (to, letter);
    }

    Pose VariedPose(char letter)
    {
        var pose = Vary(ManualAlphabet.Of(letter).Pose);
        return pose with { Place = pose.Place + new Vector2((float)Chance(-20, 20), (float)Chance(-20, 20)) };
    }

    Pose Vary(Pose pose) => HandVariation.Vary(pose, random);

    void Add(double seconds, Func<float, Pose> pose, Func<float, Likeness> look) => stretches.Add(new(seconds, pose, look));

    static Vector2 Within(Vector2 place) => Vector2.Clamp(place, new(-250, -150), new(250, 150));

    static float Ease(float share) => share * share * (3 - 2 * share);
}
