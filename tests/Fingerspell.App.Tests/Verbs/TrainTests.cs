using System.Diagnostics;
using System.Text.Json;
using Fingerspell.Letters;
using Fingerspell.Tests.Shared;
using Fingerspell.Training.Networks;

namespace Fingerspell.App.Tests.Verbs;

public sealed class TrainTests : IDisposable
{
    readonly TemporaryFolder place = new();

    public TrainTests() => MadeDataset.Write(place["data"], trainRows: 96, testRows: 32);

    public void Dispose() => place.Dispose();

    [Fact]
    public async Task A_folder_that_cannot_be_made_is_told_before_anything_is_read()
    {
        File.WriteAllText(place["taken"], "");
        var (code, output, error) = await Run.Command("train", "--data", place["nowhere"], "--runs", place["taken"]);
        Assert.Equal((CommandLine.Failed, ""), (code, output));
        Assert.Contains($"the folder {place["taken"]} cannot be made", error, StringComparison.Ordinal);
        Assert.Contains("--runs", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Leaves_a_whole_run_folder()
    {
        var (code, output, _) = await Run.Command("train", "--data", place["data"], "--runs", place["runs"], "--epochs", "2", "--batch-size", "16", "--threads", "1");
        Assert.Equal(0, code);
        Assert.StartsWith(File.ReadAllText(place["runs/tutorial-1/report.txt"]), output, StringComparison.Ordinal);
        Assert.Contains("tutorial-1: test accuracy", output, StringComparison.Ordinal);
        string[] expected =
        [
            "config.json", "confusion_matrix.csv", "confusion_matrix.png", "confusion_matrix_normalized.png", "curves.png",
            "metrics.csv", "misread.png", "model-card.md", "model.onnx", "reliability.png", "report.json", "report.txt",
        ];
        Assert.Equal(expected, Directory.GetFiles(place["runs/tutorial-1"]).Select(f => Path.GetFileName(f)!).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Where_it_is_not_known_which_rows_show_one_photograph_all_train()
    {
        File.Delete(place["data/sources.csv"]);
        string[] train = ["train", "--data", place["data"], "--runs", place["runs"], "--epochs", "1", "--batch-size", "16", "--threads", "1"];
        var (code, _, error) = await Run.Command(train);
        Assert.True(code == 0, error);
        string config = File.ReadAllText(place["runs/tutorial-1/config.json"]);
        Assert.Contains("\"validation\": \"None\"", config, StringComparison.Ordinal);
        Assert.Contains("\"trainingRows\": 96", config, StringComparison.Ordinal);

        foreach (string[] asked in (string[][])[["--validation", "Photo"], ["--validation-share", "0.2"]])
        {
            (code, _, error) = await Run.Command([.. train, .. asked]);
            Assert.Equal(CommandLine.Failed, code);
            Assert.Contains("validation by photo needs sources.csv", error, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("--validation-signer says who is held back with --validation Signer", "--network", "letters", "--validation-signer", "open-webcam-3")]
    [InlineData("--validation-share has no use where what is held back is None", "--network", "letters", "--validation-share", "0.2")]
    [InlineData("--drawn-hands has no use with --network tutorial", "--drawn-hands", "10")]
    [InlineData("--empty-crops has no use with --network hand-finder", "--network", "hand-finder", "--empty-crops", "10")]
    [InlineData("--label-smoothing has no use with --network hand-finder", "--network", "hand-finder", "--label-smoothing", "0.1")]
    [InlineData("--coarse has no use with --network residual", "--network", "residual", "--coarse", "0.5")]
    [InlineData("--mixed-precision has no use with --network residual", "--network", "residual", "--mixed-precision", "false")]
    [InlineData("--monitor has a use with --schedule Plateau only", "--network", "residual", "--monitor", "Loss")]
    [InlineData("--drawn-hands must be from 0 to 10000", "--network", "letters", "--drawn-hands", "20000")]
    [InlineData("--drawn-heads must be from 0 to 10000", "--network", "letters", "--drawn-heads", "2147483647")]
    [InlineData("--batch-size must be from 1 to 1000000", "--batch-size", "2147483647")]
    [InlineData("--photos has no use with --network tutorial", "--photos", "photos")]
    [InlineData("--data has no use with --network hand-finder", "--network", "hand-finder", "--data", "data")]
    [InlineData("--validation Signer holds somebody back; name them with --validation-signer", "--validation", "Signer")]
    [InlineData("photographs are not held back by random", "--network", "letters", "--validation", "Random")]
    [InlineData("photographs are not held back by random", "--network", "hand-finder", "--validation", "Random")]
    [InlineData("--epochs has no use with --resume", "--resume", "runs/tutorial-1", "--epochs", "20")]
    [InlineData("--validation is one of None, Photo, Signer, Random, not '7'", "--validation", "7")]
    [InlineData("not 'Photo,Signer'", "--validation", "Photo,Signer")]
    [InlineData("--schedule is one of Plateau, Cosine, not '9'", "--schedule", "9")]
    [InlineData("--schedule is one of Plateau, Cosine, not 'linear'", "--schedule", "linear")]
    [InlineData("--epochs takes a whole number, not 'many'", "--epochs", "many")]
    [InlineData("--learning-rate takes a number, not '0,1'", "--learning-rate", "0,1")]
    [InlineData("--seed takes a whole number, not 'two'", "--seed", "1", "two")]
    public async Task What_would_not_be_heeded_is_refused(string why, params string[] args)
    {
        var (code, output, error) = await Run.Command(["train", .. args]);
        Assert.Equal((CommandLine.BadUsage, ""), (code, output));
        Assert.Contains(why, error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Bfloat16_is_refused_where_the_processor_does_not_multiply_it()
    {
        if (OneDnn.MultipliesBFloat16)
            Assert.Skip("this processor multiplies bfloat16");
        var (code, _, error) = await Run.Command("train", "--network", "letters", "--mixed-precision", "true");
        Assert.Equal(CommandLine.BadUsage, code);
        Assert.Contains("--mixed-precision needs a processor that multiplies bfloat16", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_a_stopped_run_has_come_to_is_exported_as_that()
    {
        Assert.Equal(0, (await Run.Command("train", "--data", place["data"], "--runs", place["runs"], "--epochs", "1", "--batch-size", "16", "--threads", "1")).Code);
        string config = place["runs/tutorial-1/config.json"];
        File.WriteAllText(config, File.ReadAllText(config).Replace("\"epochs\": 1", "\"epochs\": 5", StringComparison.Ordinal));
        Assert.Equal(0, (await Run.Command("export", place["runs/tutorial-1"], "--data", place["data"], "--output", place["now.onnx"])).Code);
        using var model = LetterModel.Load(place["now.onnx"]);
        using var provenance = JsonDocument.Parse(model.Metadata.Provenance);
        Assert.Equal(1, provenance.RootElement.GetProperty("options").GetProperty("epochs").GetInt32());
    }

    [Fact]
    public async Task A_run_of_other_layers_and_a_folder_that_is_none_are_told()
    {
        Assert.Equal(0, (await Run.Command("train", "--data", place["data"], "--runs", place["runs"], "--epochs", "1", "--batch-size", "16", "--threads", "1")).Code);
        string config = place["runs/tutorial-1/config.json"];
        File.WriteAllText(config, File.ReadAllText(config).Replace("\"network\": \"tutorial\"", "\"network\": \"residual\"", StringComparison.Ordinal));
        var (code, _, error) = await Run.Command("export", place["runs/tutorial-1"], "--data", place["data"]);
        Assert.Equal(CommandLine.Failed, code);
        Assert.Contains("the weights are not of the network", error, StringComparison.Ordinal);

        File.WriteAllText(config, "{}");
        foreach (string[] command in (string[][])[["export", place["runs/tutorial-1"]], ["train", "--resume", place["runs/tutorial-1"]]])
        {
            (code, _, error) = await Run.Command([.. command, "--data", place["data"]]);
            Assert.Equal(CommandLine.Failed, code);
            Assert.Contains("is not a run's configuration", error, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Letters_learn_from_photographs_too_and_are_exported_again_the_same()
    {
        string[] data = ["--data", place["data"], "--photos", MadePhotos.Write(place["photos"], each: 2)];
        var (code, output, error) = await Run.Command(["train", "--network", "letters", .. data, "--runs", place["runs"], "--epochs", "1",
            "--dataset-rows", "8", "--drawn-hands", "4", "--drawn-heads", "1", "--threads", "1", "--validation", "Signer", "--validation-signer", "second"]);
        Assert.True(code == 0, error);
        Assert.Contains("letters-1: test accuracy", output, StringComparison.Ordinal);
        byte[] model = File.ReadAllBytes(place["runs/letters-1/model.onnx"]);
        Assert.Contains("\"photosSha256\": \"", File.ReadAllText(place["runs/letters-1/config.json"]), StringComparison.Ordinal);

        Assert.Equal(0, (await Run.Command(["export", place["runs/letters-1"], "--data", place["data"], "--output", place["again.onnx"]])).Code);
        Assert.Equal(model, File.ReadAllBytes(place["again.onnx"]));
        (code, output, error) = await Run.Command(["export", place["runs/letters-1"], .. data, "--precision", "Int8", "--output", place["bytes.onnx"]]);
        Assert.True(code == 0, error);
        Assert.Contains("bytes.onnx: the network's answers on ", output, StringComparison.Ordinal);
        Assert.InRange(new FileInfo(place["bytes.onnx"]).Length, model.Length / 4, model.Length / 3);
        (code, _, error) = await Run.Command("export", place["runs/letters-1"], "--precision", "Int8", "--no-fold");
        Assert.Equal(CommandLine.BadUsage, code);
        Assert.Contains("leave out --no-fold", error, StringComparison.Ordinal);

        string boxes = place["photos/first/boxes.csv"];
        File.WriteAllLines(boxes, File.ReadAllLines(boxes).SkipLast(1));
        (code, _, error) = await Run.Command(["train", .. data, "--resume", place["runs/letters-1"]]);
        Assert.Equal(1, code);
        Assert.Contains("name the right one with --photos", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_runs_become_one_model_in_half_precision()
    {
        Assert.Equal(0, (await Run.Command("train", "--data", place["data"], "--runs", place["runs"], "--epochs", "1", "--batch-size", "16", "--threads", "1", "--seed", "1", "2")).Code);
        string[] export = ["export", place["runs/tutorial-1"], place["runs/tutorial-2"], "--data", place["data"], "--precision", "Half", "--threshold", "0.25"];
        var (code, _, error) = await Run.Command(export);
        Assert.Equal(CommandLine.BadUsage, code);
        Assert.Contains("name it with --output", error, StringComparison.Ordinal);

        (code, _, error) = await Run.Command([.. export, "--output", place["both.onnx"]]);
        Assert.True(code == 0, error);
        using var model = LetterModel.Load(place["both.onnx"]);
        Assert.Equal(0.25, model.Metadata.Threshold);
        using var provenance = JsonDocument.Parse(model.Metadata.Provenance);
        Assert.Equal([1, 2], provenance.RootElement.GetProperty("networks").EnumerateArray().Select(run => run.GetProperty("options").GetProperty("seed").GetInt32()));
        Assert.InRange(new FileInfo(place["both.onnx"]).Length / (double)new FileInfo(place["runs/tutorial-1/model.onnx"]).Length, 0.95, 1.05);
    }

    [Fact]
    public async Task Runs_that_read_crops_differently_become_no_model()
    {
        foreach (string views in new[] { "1", "2" })
            Assert.Equal(0, (await Run.Command("train", "--data", place["data"], "--runs", place["runs"], "--epochs", "1", "--batch-size", "16", "--threads", "1", "--views", views)).Code);
        var (code, _, error) = await Run.Command("export", place["runs/tutorial-1"], place["runs/tutorial-2"], "--data", place["data"], "--output", place["both.onnx"]);
        Assert.Equal(1, code);
        Assert.Contains("--views 1 and 2", error, StringComparison.Ordinal);
        Assert.False(File.Exists(place["both.onnx"]));
    }

    [Fact]
    public async Task A_hand_finder_learns_from_photographs_alone_and_is_exported_with_another_threshold()
    {
        string photos = MadePhotos.Write(place["photos"], each: 1);
        var (code, output, error) = await Run.Command("train", "--network", "hand-finder", "--photos", photos, "--runs", place["runs"], "--drawn-hands", "2", "--drawn-heads", "1",
            "--epochs", "1", "--threads", "1");
        Assert.True(code == 0, error);
        Assert.Contains("hand-finder-1: trained", output, StringComparison.Ordinal);
        Assert.StartsWith("# Hand finder", File.ReadAllText(place["runs/hand-finder-1/model-card.md"]), StringComparison.Ordinal);

        (code, _, error) = await Run.Command("export", place["runs/hand-finder-1"], "--photos", photos, "--threshold", "0.25", "--output", place["hands.onnx"]);
        Assert.True(code == 0, error);
        using var model = Hands.HandModel.Load(place["hands.onnx"]);
        Assert.Equal(0.25, model.Metadata.Threshold);
    }

    [Fact]
    public async Task Killed_and_resumed_it_ends_with_the_weights_of_an_uninterrupted_run()
    {
        string[] train = ["train", "--data", place["data"], "--epochs", "12", "--batch-size", "8", "--threads", "1"];
        Assert.Equal(0, await ExitCode(Start([.. train, "--runs", place["whole"]])));

        using (var killed = Start([.. train, "--runs", place["killed"]]))
        {
            string metrics = place["killed/tutorial-1/metrics.csv"];
            // A thread of its own: the pool's may be busy with other tests until this training is over.
            await Task.Factory.StartNew(() =>
            {
                while (!killed.HasExited && !(File.Exists(metrics) && File.ReadAllLines(metrics).Length > 3))
                    Thread.Sleep(5);
                Assert.False(killed.HasExited, "it ended before it could be killed");
                killed.Kill();      // SIGKILL: nothing gets to tidy up
            }, TestContext.Current.CancellationToken, TaskCreationOptions.LongRunning, TaskScheduler.Default);
            await killed.WaitForExitAsync(TestContext.Current.CancellationToken);
        }
        Assert.False(File.Exists(place["killed/tutorial-1/model.onnx"]));

        Assert.Equal(0, await ExitCode(Start("train", "--data", place["data"], "--resume", place["killed/tutorial-1"])));
        Assert.Equal(File.ReadAllBytes(place["whole/tutorial-1/model.onnx"]), File.ReadAllBytes(place["killed/tutorial-1/model.onnx"]));
    }

    [Fact]
    public async Task Several_seeds_give_their_mean()
    {
        var (code, output, _) = await Run.Command("train", "--data", place["data"], "--runs", place["runs"], "--validation", "None",
            "--epochs", "1", "--batch-size", "32", "--threads", "1", "--seed", "1", "2");
        Assert.Equal(0, code);
        Assert.Contains("tutorial-1: test accuracy", output, StringComparison.Ordinal);
        Assert.Contains("tutorial-2: test accuracy", output, StringComparison.Ordinal);
        Assert.Contains("2 seeds: test accuracy", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_dataset_is_not_trained_on_when_a_run_goes_on()
    {
        Assert.Equal(0, (await Run.Command("train", "--data", place["data"], "--runs", place["runs"], "--epochs", "1", "--threads", "1")).Code);
        MadeDataset.Write(place["other"], trainRows: 104, testRows: 32);
        var (code, _, error) = await Run.Command("train", "--data", place["other"], "--resume", place["runs/tutorial-1"]);
        Assert.Equal(1, code);
        Assert.Contains("SHA-256", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Stopped_it_says_how_to_go_on_and_random_validation_is_warned_of()
    {
        using var process = Start("train", "--data", place["data"], "--runs", place["runs"], "--validation", "Random",
            "--epochs", "500", "--batch-size", "8", "--threads", "1");
        var said = new System.Text.StringBuilder();
        process.ErrorDataReceived += (_, line) => { lock (said) said.AppendLine(line.Data); };
        while (!File.Exists(place["runs/tutorial-1/metrics.csv"]))
            await Task.Delay(5, TestContext.Current.CancellationToken);
        using (Process.Start("sh", ["-c", $"kill -INT {process.Id}"]))
            await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.Equal(1, process.ExitCode);
        Assert.Contains("random validation leaks", said.ToString(), StringComparison.Ordinal);
        Assert.Contains($"fingerspell train --resume {place["runs/tutorial-1"]}", said.ToString(), StringComparison.Ordinal);
        Assert.Contains("fingerspell: stopped", said.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("no config.json", 1, "train", "--resume", "nowhere")]
    [InlineData("--epochs", 2, "train", "--epochs", "0")]
    [InlineData("does not exist; name a folder with --photos", 1, "train", "--network", "letters", "--photos", "nowhere")]
    [InlineData("--views", 2, "train", "--network", "letters", "--views", "3")]
    [InlineData("--sign-odds takes three numbers with commas between", 2, "train", "--network", "letters", "--sign-odds", "1,2")]
    [InlineData("'perceptron'", 2, "train", "--network", "perceptron")]
    [InlineData("no signer 'user_9'", 1, "train", "--validation", "Signer", "--validation-signer", "user_9")]
    public async Task What_cannot_be_done_is_said_in_a_line(string said, int exitCode, params string[] arguments)
    {
        var (code, output, error) = await Run.Command([.. arguments, "--data", place["data"], .. arguments.Contains("--resume") ? (string[])[] : ["--runs", place["runs"]]]);
        Assert.Equal(exitCode, code);
        Assert.Contains(said, error, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", error, StringComparison.Ordinal);
        Assert.Equal("", output);
    }

    // A process each: nothing else then draws from PyTorch's generator. A shell's background jobs, which the tests may be
    // run by, ignore Ctrl-C, and so would their children.
    static Process Start(params string[] arguments)
    {
        var process = Process.Start(new ProcessStartInfo(
            "env", ["--default-signal=INT", "dotnet", Path.Combine(AppContext.BaseDirectory, "Fingerspell.App.dll"), .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        return process;
    }

    static async Task<int> ExitCode(Process process)
    {
        using (process)
        {
            await process.WaitForExitAsync(TestContext.Current.CancellationToken);
            return process.ExitCode;
        }
    }
}
