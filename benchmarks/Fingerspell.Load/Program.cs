using System.CommandLine;
using Fingerspell.Load;

var server = new Argument<Uri>("SERVER")
{
    Description = "Where the service is, such as http://127.0.0.1:8080.",
    CustomParser = result => new Uri(result.Tokens.Single().Value),
};
var pictures = new Option<DirectoryInfo>("--pictures") { Description = "A folder of JPEG files, which are sent as frames.", Required = true };
var seconds = new Option<double>("--seconds") { Description = "For how long.", DefaultValueFactory = _ => 10 };
var sessions = new Option<int[]>("--sessions") { Description = "How many live sessions; one run for each number.", AllowMultipleArgumentsPerToken = true, DefaultValueFactory = _ => [1] };
var rate = new Option<double>("--rate") { Description = "Frames a second of each session.", DefaultValueFactory = _ => 15 };
var process = new Option<int?>("--pid") { Description = "The server's process, whose memory and processor time are told." };
var posters = new Option<int>("--posters") { Description = "How many post pictures, one after the other.", DefaultValueFactory = _ => 4 };

var live = new Command("live", "Live sessions that send frames at an even rate: how many are answered, and how late.") { server, pictures, sessions, rate, seconds, process };
live.SetAction(async parsed =>
{
    var frames = Frames.Load(parsed.GetRequiredValue(pictures));
    Console.WriteLine(LiveLoad.Header);
    foreach (int count in parsed.GetRequiredValue(sessions))
        Console.WriteLine(await LiveLoad.RunAsync(
            parsed.GetRequiredValue(server), frames, count, parsed.GetValue(rate), TimeSpan.FromSeconds(parsed.GetValue(seconds)), parsed.GetValue(process)));
});

var survive = new Command("survive", "Posts pictures and keeps live sessions with a text while servers come and go; fails where a request or a text is lost.")
{
    server, pictures, posters, sessions, seconds,
};
survive.SetAction(async parsed =>
{
    var result = await Survival.RunAsync(
        parsed.GetRequiredValue(server), Frames.Load(parsed.GetRequiredValue(pictures)), parsed.GetValue(posters),
        parsed.GetRequiredValue(sessions)[0], TimeSpan.FromSeconds(parsed.GetValue(seconds)));
    Console.WriteLine(result);
    return result.IsGood ? 0 : 1;
});

return await new Command("load", "Puts a running service under load.") { live, survive }.Parse(args).InvokeAsync();
