using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using Fingerspell.Letters;
using Fingerspell.Training.Learning;
using Fingerspell.Training.Networks;

namespace Fingerspell.App;

/// <summary>The options that say how to train; what is not given is the network's recipe.</summary>
sealed class TrainingOptions
{
    const string DefaultNetwork = "tutorial";

    readonly Option<string> network = new("--network")
    {
        Description = "The tutorial's network, a small residual one with augmentation, or the two that are shipped, which need photographs: letters and hand-finder.",
        DefaultValueFactory = _ => DefaultNetwork,
    };

    readonly Option<int?> epochs = new("--epochs") { Description = "Passes over the training rows." + Default(r => r.Epochs) };
    readonly Option<int?> batchSize = new("--batch-size") { Description = "Rows a step." + Default(r => r.BatchSize) };
    readonly Option<double?> learningRate = new("--learning-rate") { Description = "Adam's learning rate." + Default(r => r.LearningRate) };
    readonly Option<Schedule?> schedule = new("--schedule") { Description = "Plateau (Keras's ReduceLROnPlateau) or Cosine." + Default(r => r.Schedule) };
    readonly Option<double?> averaged = new("--averaged") { Description = "Share of the epochs, the last ones, whose mean of weights the network is, 0 to 1." + Default(r => r.Averaged) };
    readonly Option<double?> coarse = new("--coarse") { Description = "letters, hand-finder: share of the epochs, the first ones, that learn from smaller pictures, in half of the time, 0 to 1." + Default(r => r.Coarse) };
    readonly Option<Training.Learning.Monitor?> monitor = new("--monitor") { Description = "What Plateau watches: Loss or Accuracy." + Default(r => r.Monitor) };
    readonly Option<double?> weightDecay = new("--weight-decay") { Description = "Decoupled weight decay (AdamW); 0 is plain Adam." + Default(r => r.WeightDecay) };
    readonly Option<double?> labelSmoothing = new("--label-smoothing") { Description = "Share of a label spread over all, 0 to 1." + Default(r => r.LabelSmoothing) };
    readonly Option<double?> augmentation = new("--augmentation") { Description = "How strongly rows are varied: 0 not, 1 normally." + Default(r => r.Augmentation) };
    readonly Option<int?> datasetRows = new("--dataset-rows") { Description = "letters: rows of Sign Language MNIST an epoch, beside all photographs." + Default(r => r.DatasetRows) };
    readonly Option<int?> drawnHands = new("--drawn-hands") { Description = "letters, hand-finder: hands an epoch that are drawn and not photographed." + Default(r => r.DrawnHands) };
    readonly Option<int?> drawnHeads = new("--drawn-heads") { Description = "letters, hand-finder: different drawn heads, behind and beside hands and without one." + Default(r => r.DrawnHeads) };
    readonly Option<int?> emptyCrops = new("--empty-crops") { Description = "letters: places without a hand an epoch." + Default(r => r.EmptyCrops) };
    readonly Option<double?> margin = new("--margin") { Description = "How many times larger than the hand's box a crop is." + Default(r => r.Margin) };
    readonly Option<double?> backgrounds = new("--backgrounds") { Description = "letters: share of hands put before another background." + Default(r => r.Backgrounds) };
    readonly Option<int?> views = new("--views") { Description = "Looks at a crop; 2 reads the mirror image too." + Default(r => r.Views) };
    readonly Option<double?> temperature = new("--temperature") { Description = "What the model divides logits by." + Default(r => r.Temperature) };
    readonly Option<string?> signOdds = SignOddsOption("How probable a signing hand is." + Default(r => r.SignOdds?.ToString() ?? SignOdds.None));
    readonly Option<double?> threshold = new("--threshold") { Description = "Confidence below which the model gives no answer." + Default(r => r.Threshold) };
    readonly Option<bool?> mixedPrecision = new("--mixed-precision") { Description = "letters, hand-finder: convolutions multiply bfloat16 while they learn, true or false. Default: where the processor does it (AVX512_BF16), in about two thirds of the time." };
    readonly Option<int?> threads = new("--threads") { Description = "Threads of the arithmetic; part of what a seed reproduces." + Default(r => r.Threads) };

    /// <summary>They are held in memory, and of hands three times as many.</summary>
    const int MostDrawn = 10_000;

    /// <summary>Far more rows than there are.</summary>
    const int MostAtOnce = 1_000_000;

    public TrainingOptions()
    {
        network.AcceptOnlyFromAmong([.. NetworkCatalog.Names]);
        Positive(epochs);
        Positive(batchSize, most: MostAtOnce);
        Positive(threads);
        Within(learningRate, 1e-9, 10);
        Within(averaged, 0, 1);
        Within(coarse, 0, 1);
        Within(weightDecay, 0, 1);
        Within(labelSmoothing, 0, 1);
        Within(augmentation, 0, 3);
        Positive(datasetRows, least: 0);
        Positive(drawnHands, least: 0, most: MostDrawn);
        Positive(drawnHeads, least: 0, most: MostDrawn);
        Positive(emptyCrops, least: 0);
        Within(margin, 1, 1.9);
        Within(backgrounds, 0, 1);
        Positive(views, most: 2);
        Within(temperature, 0.01, 100);
        Within(threshold, 0, 1);
    }

    /// <summary>Which network.</summary>
    public Option<string> Network => network;

    /// <summary>How crops are cut.</summary>
    public Option Margin => margin;

    /// <summary>The options, in the order of the help.</summary>
    public IReadOnlyList<Option> All =>
    [
        network, epochs, batchSize, learningRate, schedule, averaged, coarse, monitor, weightDecay, labelSmoothing, augmentation, datasetRows,
        drawnHands, drawnHeads, emptyCrops, margin, backgrounds, views, temperature, signOdds, threshold, mixedPrecision, threads,
    ];

    /// <summary>Which network a verb is given, while it is still checked and defaults are not filled in.</summary>
    public string NetworkOf(CommandResult verb) => verb.GetValue(network) ?? DefaultNetwork;

    /// <summary>What a model file says of itself, and no training heeds.</summary>
    public IReadOnlyList<Option> OfTheModelFile => [temperature, signOdds, threshold];

    /// <summary>Refuses what the chosen network would not heed, so that nobody believes it was.</summary>
    /// <param name="verb">What was given.</param>
    /// <param name="rows">The option that says where the rows are.</param>
    /// <param name="photos">The option that says where the photographs are.</param>
    public void RefuseUseless(CommandResult verb, Option rows, Option photos)
    {
        string name = NetworkOf(verb);
        IReadOnlyList<Option> useless = name switch
        {
            "letters" => [],
            "hand-finder" => [labelSmoothing, datasetRows, emptyCrops, backgrounds, margin, views, temperature, signOdds, rows],
            _ => [coarse, datasetRows, drawnHands, drawnHeads, emptyCrops, backgrounds, mixedPrecision, photos],
        };
        foreach (var option in useless.Where(verb.IsGiven))
            verb.AddError($"{option.Name} has no use with {network.Name} {name}; leave it away");
        if (verb.IsGiven(monitor) && (verb.GetValue(schedule) ?? Recipe.For(name).Schedule) != Schedule.Plateau)
            verb.AddError($"{monitor.Name} has a use with {schedule.Name} {Schedule.Plateau} only; leave it away");
    }

    /// <summary>Refuses to begin what would take several times as long as without.</summary>
    public void RefuseSlow(CommandResult verb)
    {
        if (verb.GetValue(mixedPrecision) == true && !OneDnn.MultipliesBFloat16)
            verb.AddError($"{mixedPrecision.Name} needs a processor that multiplies bfloat16 (AVX512_BF16), which this one does not, or ONEDNN_MAX_CPU_ISA keeps from it; leave it away");
    }

    /// <summary>Adds the options to a verb.</summary>
    public void AddTo(Command verb)
    {
        foreach (var option in All)
            verb.Options.Add(option);
    }

    /// <summary>The network's recipe with what was given in its place.</summary>
    public TrainOptions Resolve(ParseResult parsed)
    {
        var recipe = Recipe.For(parsed.GetValue(network)!);
        return recipe with
        {
            Epochs = parsed.GetValue(epochs) ?? recipe.Epochs,
            BatchSize = parsed.GetValue(batchSize) ?? recipe.BatchSize,
            LearningRate = parsed.GetValue(learningRate) ?? recipe.LearningRate,
            Schedule = parsed.GetValue(schedule) ?? recipe.Schedule,
            Averaged = parsed.GetValue(averaged) ?? recipe.Averaged,
            Coarse = parsed.GetValue(coarse) ?? recipe.Coarse,
            Monitor = parsed.GetValue(monitor) ?? recipe.Monitor,
            WeightDecay = parsed.GetValue(weightDecay) ?? recipe.WeightDecay,
            LabelSmoothing = parsed.GetValue(labelSmoothing) ?? recipe.LabelSmoothing,
            Augmentation = parsed.GetValue(augmentation) ?? recipe.Augmentation,
            DatasetRows = parsed.GetValue(datasetRows) ?? recipe.DatasetRows,
            DrawnHands = parsed.GetValue(drawnHands) ?? recipe.DrawnHands,
            DrawnHeads = parsed.GetValue(drawnHeads) ?? recipe.DrawnHeads,
            EmptyCrops = parsed.GetValue(emptyCrops) ?? recipe.EmptyCrops,
            Margin = parsed.GetValue(margin) ?? recipe.Margin,
            Backgrounds = parsed.GetValue(backgrounds) ?? recipe.Backgrounds,
            Views = parsed.GetValue(views) ?? recipe.Views,
            Temperature = parsed.GetValue(temperature) ?? recipe.Temperature,
            SignOdds = SignOddsOf(parsed.GetValue(signOdds), recipe.SignOdds),
            Threshold = parsed.GetValue(threshold) ?? recipe.Threshold,
            MixedPrecision = parsed.GetValue(mixedPrecision) ?? recipe.MixedPrecision,
            Threads = parsed.GetValue(threads) ?? recipe.Threads,
        };
    }

    /// <summary>An option that takes <see cref="SignOdds"/> or none.</summary>
    public static Option<string?> SignOddsOption(string description)
    {
        var option = new Option<string?>("--sign-odds")
        {
            Description = description + " Three numbers: a constant, and what each nat of the letters' unevenness and the logarithm of the finder's probability count; or none.",
            HelpName = "BIAS,UNEVENNESS,FINDER",
        };
        option.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<string?>() is { } text && !SignOdds.TryParse(text, out _))
                result.AddError($"{option.Name} takes three numbers with commas between, as in -0.5,3,4, or {SignOdds.None}, not '{text}'");
        });
        return option;
    }

    /// <summary>What was given to that option, or what holds where nothing was.</summary>
    public static SignOdds? SignOddsOf(string? given, SignOdds? otherwise) =>
        given is not null && SignOdds.TryParse(given, out var odds) ? odds : otherwise;

    /// <summary>The default of an option in each network's recipe, for the help.</summary>
    static string Default(Func<TrainOptions, object> value)
    {
        var defaults = NetworkCatalog.Names.Select(name => (name, Value: $"{value(Recipe.For(name))}")).ToList();
        return defaults.DistinctBy(d => d.Value).Count() == 1
            ? $" Default: {defaults[0].Value}."
            : $" Default: {string.Join(", ", defaults.Select(d => $"{d.name} {d.Value}"))}.";
    }

    /// <summary>Refuses numbers below 1, or below another least one, or above the most.</summary>
    public static void Positive(Option<int?> option, int least = 1, int most = int.MaxValue) => option.Validators.Add(result =>
    {
        if (result.GetValueOrDefault<int?>() is { } value && (value < least || value > most))
            result.AddError(most == int.MaxValue ? $"{option.Name} must be {least} or more" : $"{option.Name} must be from {least} to {most}");
    });

    /// <summary>Refuses numbers outside a range.</summary>
    public static void Within(Option<double?> option, double low, double high) => option.Validators.Add(result =>
    {
        if (result.GetValueOrDefault<double?>() is { } value && !(value >= low && value <= high))
            result.AddError(string.Create(CultureInfo.InvariantCulture, $"{option.Name} must be from {low} to {high}, not {value}"));
    });
}
