using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;
using Fingerspell.Benchmarks.Once;

// One work, once, for benchmarks/compare, which takes turns with other programs.
if (args is ["once", var work, .. var rest])
    return Works.Run(work, rest);

// In this process: a project of BenchmarkDotNet's own would lack the build's mend of TorchSharp's library.
var config = DefaultConfig.Instance.AddJob(Job.Default.WithToolchain(InProcessEmitToolchain.Instance));
BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args, config);
return 0;
