using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json;
using Fingerspell.Letters;
using Fingerspell.Tests.Shared;

namespace Fingerspell.Web.Tests;

/// <summary>The Open Inference Protocol, version 2.</summary>
public sealed class InferenceTests
{
    const string Infer = "/v2/models/letters/infer";

    [Theory]
    [InlineData("/v2", """{"name":"fingerspell","version":"0.1.0","extensions":[]}""")]
    [InlineData("/v2/health/live", """{"live":true}""")]
    [InlineData("/v2/health/ready", """{"ready":true}""")]
    [InlineData("/v2/models/letters/ready", """{"name":"letters","ready":true}""")]
    [InlineData("/v2/models/letters/versions/1/ready", """{"name":"letters","ready":true}""")]
    [InlineData("/v2/models/letters", """{"name":"letters","versions":["1"],"platform":"onnx_onnxv1","inputs":[{"name":"pixels","datatype":"UINT8","shape":[-1,1,28,28]}],"outputs":[{"name":"logits","datatype":"FP32","shape":[-1,25]}]}""")]
    public async Task It_tells_of_itself(string path, string json)
    {
        await using var service = await TestService.StartAsync();
        using var answer = await service.GetAsync(path);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal(json, await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task It_computes_what_the_file_computes(bool isNested)
    {
        await using var service = await TestService.StartAsync();
        byte[] crops = [.. Enumerable.Repeat(MadeModel.GrayOf('C'), 784), .. Enumerable.Repeat(MadeModel.GrayOf('S'), 784)];
        string data = isNested
            ? "[" + string.Join(",", crops.Chunk(784).Select(crop => "[[" + string.Join(",", crop.Chunk(28).Select(Array)) + "]]")) + "]"
            : Array(crops);
        using var answer = await PostAsync(service, $$"""
            {"id":"7","inputs":[{"name":"pixels","shape":[2,1,28,28],"datatype":"UINT8","data":{{data}}}],"outputs":[{"name":"logits"}]}
            """);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        var response = await TestService.JsonOf(answer);
        Assert.Equal("7", response.GetProperty("id").GetString());
        Assert.Equal("letters", response.GetProperty("model_name").GetString());
        var output = Assert.Single(response.GetProperty("outputs").EnumerateArray());
        Assert.Equal("logits", output.GetProperty("name").GetString());
        Assert.Equal("FP32", output.GetProperty("datatype").GetString());
        Assert.Equal([2, 25], output.GetProperty("shape").EnumerateArray().Select(n => n.GetInt64()));

        using var folder = new TemporaryFolder();
        using var model = LetterModel.Load(MadeModel.Save(folder["letters.onnx"]), 1);
        Assert.Equal(model.Infer(crops), output.GetProperty("data").EnumerateArray().Select(n => n.GetSingle()));
    }

    [Theory]
    [InlineData("", "no inference request")]
    [InlineData("[]", "no inference request")]
    [InlineData("null", "null")]
    [InlineData("{}", "takes one input, pixels")]
    [InlineData("""{"inputs":[null]}""", "takes one input, pixels")]
    [InlineData("""{"inputs":[{"name":"image"}]}""", "takes one input, pixels")]
    [InlineData("""{"inputs":[{"name":"pixels","datatype":"FP32"}]}""", "not UINT8")]
    [InlineData("""{"inputs":[{"name":"pixels","datatype":"UINT8","shape":[1,28,28]}]}""", "[1,28,28], not [N,1,28,28]")]
    [InlineData("""{"inputs":[{"name":"pixels","datatype":"UINT8","shape":[257,1,28,28]}]}""", "N from 1 to 256")]
    [InlineData("""{"inputs":[{"name":"pixels","datatype":"UINT8","shape":[-1,1,28,28]}]}""", "N from 1 to 256")]
    [InlineData("""{"inputs":[{"name":"pixels","datatype":"UINT8","shape":[1,1,28,28]}]}""", "0 numbers")]
    [InlineData("""{"inputs":[{"name":"pixels","datatype":"UINT8","shape":[1,1,28,28],"data":[]}],"outputs":[null]}""", "0 numbers")]
    [InlineData("""{"inputs":[{"name":"pixels","datatype":"UINT8","shape":[1,1,28,28],"data":[1,2]}]}""", "2 numbers, and its shape asks for 784")]
    [InlineData("""{"inputs":[{"name":"pixels","datatype":"UINT8","shape":[1,1,28,28],"data":[256]}]}""", "no inference request")]
    [InlineData("""{"inputs":[{"name":"pixels","datatype":"UINT8","shape":[1,1,28,28],"data":[0.5]}]}""", "no inference request")]
    [InlineData("""{"inputs":[{"name":"pixels","datatype":"UINT8","shape":[1,1,28,28],"data":"1"}]}""", "no inference request")]
    public async Task A_request_that_does_not_fit_is_refused(string request, string reason)
    {
        await using var service = await TestService.StartAsync();
        using var answer = await PostAsync(service, request);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains(reason, await ErrorOf(answer));
    }

    [Fact]
    public async Task Other_models_and_binary_tensors_are_not_known()
    {
        await using var service = await TestService.StartLimitedAsync(limits => limits with { BodyBytes = 5000 });
        using var other = await service.GetAsync("/v2/models/words");
        Assert.Equal(HttpStatusCode.NotFound, other.StatusCode);
        Assert.NotEmpty(await ErrorOf(other));
        using var binary = await service.PostAsync(Infer, [1, 2, 3], "application/octet-stream", ("Inference-Header-Content-Length", "1"));
        Assert.Equal(HttpStatusCode.UnsupportedMediaType, binary.StatusCode);
        Assert.NotEmpty(await ErrorOf(binary));
        using var large = await service.PostAsync(Infer, Encoding.ASCII.GetBytes("[" + new string(' ', 5000)), "application/json");
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, large.StatusCode);
        Assert.NotEmpty(await ErrorOf(large));
    }

    static Task<HttpResponseMessage> PostAsync(TestService service, string json) =>
        service.PostAsync(Infer, Encoding.UTF8.GetBytes(json), "application/json");

    static async Task<string> ErrorOf(HttpResponseMessage answer)
    {
        var property = Assert.Single((await TestService.JsonOf(answer)).EnumerateObject());
        Assert.Equal("error", property.Name);
        Assert.Equal(JsonValueKind.String, property.Value.ValueKind);
        return property.Value.GetString()!;
    }

    static string Array(byte[] bytes) => "[" + string.Join(",", bytes.Select(b => b.ToString(CultureInfo.InvariantCulture))) + "]";
}
