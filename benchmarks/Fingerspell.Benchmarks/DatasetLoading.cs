using BenchmarkDotNet.Attributes;
using Fingerspell.Training.Data;

namespace Fingerspell.Benchmarks;

/// <summary>Reading, checking and hashing the 34,627 rows of Sign Language MNIST; needs the data set.</summary>
[MemoryDiagnoser]
public class DatasetLoading
{
    string place = "";

    [GlobalSetup]
    public void Find() => place = DatasetPlace.Find().Path;

    [Benchmark]
    public int Load() => SignLanguageMnist.Load(place).Train.Count;
}
