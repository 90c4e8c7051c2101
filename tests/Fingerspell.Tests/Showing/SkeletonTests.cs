using System.Numerics;
using Fingerspell.Showing;

namespace Fingerspell.Tests.Showing;

public sealed class SkeletonTests
{
    static Bone[] BonesOf(char letter, Part part, HandBuild? build = null) =>
        [.. Skeleton.Build(ManualAlphabet.Of(letter).Pose, build ?? new()).Where(bone => bone.Part == part)];

    static Vector3 Tip(char letter, Part part) => BonesOf(letter, part)[^1].To;

    [Fact]
    public void Bending_keeps_the_bones_long_and_joined()
    {
        foreach (char letter in "ABCDEFGHIKLMNOPQRSTUVWXY")
        {
            foreach (var part in (Part[])[Part.Thumb, Part.Index, Part.Middle, Part.Ring, Part.Little])
            {
                var (bent, straight) = (BonesOf(letter, part), BonesOf('B', part));
                for (int i = 0; i < bent.Length; i++)
                {
                    Assert.Equal(straight[i].Length, bent[i].Length, 0.001f);
                    Assert.Equal(1, bent[i].Palmar.Length(), 0.001f);
                    if (i > 0)
                        Assert.Equal(0, Vector3.Distance(bent[i - 1].To, bent[i].From), 0.001f);
                }
            }
        }
    }

    [Fact]
    public void Fingers_point_up_where_they_are_straight_and_fold_into_the_palm_in_a_fist()
    {
        Assert.True(Tip('B', Part.Middle).Y > 165);
        Assert.InRange(Tip('S', Part.Middle).Y, 40, 85);
        Assert.InRange(Tip('S', Part.Middle).Z, 10, 40);
    }

    [Theory]
    [InlineData('O', nameof(Part.Index))]
    [InlineData('F', nameof(Part.Index))]
    [InlineData('D', nameof(Part.Middle))]
    public void The_thumb_meets_the_finger_that_it_should(char letter, string finger) =>
        Assert.InRange(Vector3.Distance(Tip(letter, Part.Thumb), Tip(letter, Enum.Parse<Part>(finger))), 6, 20);

    [Fact]
    public void The_thumb_lies_beside_the_fist_in_A_across_it_in_S_and_between_two_fingers_in_T_N_M()
    {
        float[] across = [.. "ATNM".Select(letter => Tip(letter, Part.Thumb).X)];
        float[] knuckles = [.. Proportions.Knuckles.Select(knuckle => knuckle.X)];
        Assert.True(across[0] > knuckles[0] + 8, "A: beside the index finger");
        Assert.InRange(across[1], knuckles[1], knuckles[0]);
        Assert.InRange(across[2], knuckles[2], knuckles[1]);
        Assert.InRange(across[3], knuckles[3], knuckles[2]);
        Assert.True(Tip('S', Part.Thumb).Z > BonesOf('S', Part.Middle)[1].From.Z, "S: before the fingers");
    }

    [Fact]
    public void In_R_index_and_middle_finger_have_changed_places()
    {
        Assert.True(Tip('U', Part.Index).X > Tip('U', Part.Middle).X);
        Assert.True(Tip('R', Part.Index).X < Tip('R', Part.Middle).X);
        Assert.True(Tip('V', Part.Index).X - Tip('V', Part.Middle).X > 35);
    }

    [Fact]
    public void A_build_changes_lengths_and_breadths()
    {
        var wide = new HandBuild(FingerLength: 1.1f, FingerWidth: 1.2f, PalmWidth: 1.1f);
        var (usual, other) = (BonesOf('B', Part.Index), BonesOf('B', Part.Index, wide));
        Assert.Equal(usual[0].Length * 1.1f, other[0].Length, 0.001f);
        Assert.True(other[0].Reach > usual[0].Reach * 1.15f);
        Assert.True(other[0].From.X > usual[0].From.X * 1.05f);
    }

    [Theory]
    [InlineData(0, 0, 0, 0, 1, 0, 0, 0, 1)]
    [InlineData(180, 0, 0, 0, 1, 0, 0, 0, -1)]
    [InlineData(0, 0, 90, 1, 0, 0, 0, 0, 1)]
    [InlineData(0, 90, 0, 0, 0, 1, 0, -1, 0)]
    [InlineData(90, 0, 0, 0, 1, 0, -1, 0, 0)]
    public void An_orientation_says_where_fingers_and_palm_look(
        float turn, float tilt, float lean, float fingersX, float fingersY, float fingersZ, float palmX, float palmY, float palmZ)
    {
        var rotation = new Orientation(turn, tilt, lean).Rotation;
        Assert.Equal(0, Vector3.Distance(new(fingersX, fingersY, fingersZ), Vector3.Transform(Vector3.UnitY, rotation)), 0.001f);
        Assert.Equal(0, Vector3.Distance(new(palmX, palmY, palmZ), Vector3.Transform(Vector3.UnitZ, rotation)), 0.001f);
    }
}
