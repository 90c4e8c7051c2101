using Fingerspell.Hands;
using Fingerspell.Imaging;
using Fingerspell.Tests.Shared;

namespace Fingerspell.Tests.Hands;

/// <summary>Tracking with the made model, which sees all that is bright in its window as one hand.</summary>
public sealed class HandTrackerTests : IDisposable
{
    readonly TemporaryFolder folder = new();
    readonly HandFinder finder;
    readonly HandTracker tracker;

    public HandTrackerTests()
    {
        finder = new HandFinder(HandModel.Load(MadeHandModel.Save(folder["hands.onnx"]), threads: 1));
        tracker = new HandTracker(finder);
    }

    public void Dispose()
    {
        finder.Dispose();
        folder.Dispose();
    }

    [Fact]
    public void The_first_frame_is_searched_as_a_whole()
    {
        using var frame = Frame(new Box(300, 200, 60, 60));
        Assert.Equal(finder.Find(frame), tracker.Find(frame));
    }

    [Fact]
    public void A_bright_thing_far_from_the_hand_does_not_distract()
    {
        using var alone = Frame(new Box(300, 200, 60, 60));
        using var distracted = Frame(new Box(300, 200, 60, 60), new Box(20, 400, 60, 60));
        var before = tracker.Find(alone)!.Value;
        Assert.True(before.Overlap(finder.Find(distracted)!.Value) < 0.5);
        Assert.True(before.Overlap(tracker.Find(distracted)!.Value) > 0.9);

        tracker.Follow(null, showsLetter: false);
        Assert.Equal(finder.Find(distracted), tracker.Find(distracted));
    }

    [Fact]
    public void A_hand_that_jumped_away_is_found_in_the_whole_frame_and_followed_at_once()
    {
        using var here = Frame(new Box(20, 20, 60, 60));
        using var there = Frame(new Box(500, 350, 60, 60));
        tracker.Find(here);
        Assert.Equal(finder.Find(there), tracker.Find(there));
    }

    [Fact]
    public void A_hand_that_trembles_is_steadied()
    {
        using var left = Frame(new Box(300, 200, 80, 80));
        using var right = Frame(new Box(308, 200, 80, 80));
        List<int> steadied = [], found = [];
        for (int i = 0; i < 12; i++)
        {
            steadied.Add(tracker.Find(i % 2 == 0 ? left : right)!.Value.X);
            found.Add(finder.Find(i % 2 == 0 ? left : right)!.Value.X);
        }
        Assert.True(found.Max() - found.Min() >= 6);
        Assert.InRange(steadied[6..].Max() - steadied[6..].Min(), 0, 4);
    }

    [Fact]
    public void A_hand_that_moves_slowly_is_followed_with_little_lag_and_rests_where_it_rests()
    {
        for (int x = 100; x <= 200; x += 5)
        {
            using var frame = Frame(new Box(x, 200, 80, 80));
            Assert.InRange(tracker.Find(frame)!.Value.X, x - 12, x + 3);
        }
        using var rest = Frame(new Box(200, 200, 80, 80));
        for (int i = 0; i < 8; i++)
            tracker.Find(rest);
        Assert.InRange(tracker.Find(rest)!.Value.X, 198, 202);
    }

    [Fact]
    public void A_hand_that_left_is_no_hand_and_may_come_back_anywhere()
    {
        using var here = Frame(new Box(300, 200, 60, 60));
        using var empty = Frame();
        using var there = Frame(new Box(10, 10, 90, 90));
        tracker.Find(here);
        Assert.Null(tracker.Find(empty));
        Assert.Equal(finder.Find(there), tracker.Find(there));
    }

    [Fact]
    public void What_shows_no_letter_for_some_frames_is_doubted_and_the_whole_frame_searched_again()
    {
        using var alone = Frame(new Box(300, 200, 60, 60));
        using var two = Frame(new Box(300, 200, 60, 60), new Box(20, 400, 60, 60));
        var followed = tracker.Find(alone)!.Value;
        List<int> places = [];
        for (int i = 0; i < 7; i++)
        {
            places.Add(tracker.Places(two).Count);
            tracker.Follow(followed, showsLetter: false);
        }
        Assert.Equal([1, 1, 1, 1, 1, 2, 1], places);
        tracker.Follow(followed, showsLetter: true);
        Assert.Single(tracker.Places(two));
    }

    [Fact]
    public void What_is_no_hand_from_close_by_is_not_followed()
    {
        var last = new Box(300, 200, 50, 50);
        using var frame = Frame(last);
        tracker.Follow(last, showsLetter: true);
        Assert.NotNull(tracker.Find(frame));

        // The bright thing fills a quarter of the first window and 76 % of the closest; to this model the second is no hand.
        using var doubting = new HandFinder(HandModel.Load(MadeHandModel.Save(folder["close.onnx"], largestShare: 0.6f)));
        var following = new HandTracker(doubting);
        following.Follow(last, showsLetter: true);
        Assert.NotNull(doubting.LookAbout(last, 2, frame));
        Assert.Null(following.Find(frame));
    }

    [Fact]
    public void That_what_is_followed_is_a_hand_is_as_probable_as_the_look_near_its_last_place_says_twice()
    {
        var last = new Box(300, 200, 50, 50);
        using var frame = Frame(last);
        // The bright thing fills a quarter of the first window and 78 % of the closest, where this model is less sure of it.
        using var doubting = new HandFinder(HandModel.Load(MadeHandModel.Save(folder["close.onnx"], largestShare: 0.75f)));
        var following = new HandTracker(doubting);
        following.Follow(last, showsLetter: true);
        double near = doubting.LookAbout(last, 2, frame)!.Value.Probability;
        Assert.InRange(near, 0.5, 0.9999);
        Assert.InRange(doubting.LookAbout(last, 1.15, frame)!.Value.Probability, 0.5, near - 0.01);
        Assert.Equal(near * near, Assert.Single(following.Places(frame)).Probability, 1e-6);
    }

    [Fact]
    public void A_frame_that_became_smaller_is_searched()
    {
        using var large = Frame(new Box(500, 400, 60, 60));
        using var small = MadePictures.Plain(255, 40, 30);
        tracker.Find(large);
        Assert.Equal(finder.Find(small), tracker.Find(small));
    }

    [Fact]
    public void In_a_frame_that_became_a_little_smaller_the_box_stays_within_it()
    {
        using var large = MadePictures.Bright(640, 480, [new Box(520, 100, 100, 100)]);
        using var small = MadePictures.Bright(600, 480, [new Box(520, 100, 80, 100)]);
        tracker.Find(large);
        var box = tracker.Find(small)!.Value;
        Assert.Equal(box, box.Clip(small.Bounds));
    }

    [Fact]
    public void Each_stream_gets_a_tracker_of_its_own_and_a_fixed_region_stays_what_it_is()
    {
        Assert.NotSame(finder.ForStream(), finder.ForStream());
        Assert.IsType<HandTracker>(finder.ForStream());
        IHandFinder region = new FixedRegion(FixedRegion.Default);
        Assert.Same(region, region.ForStream());
    }

    static Frame Frame(params Box[] bright) => MadePictures.Bright(640, 480, bright);
}
