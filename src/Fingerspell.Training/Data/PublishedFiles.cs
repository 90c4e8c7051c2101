namespace Fingerspell.Training.Data;

/// <summary>The two files of Sign Language MNIST as Kaggle publishes them (<c>datamunge/sign-language-mnist</c>, CC0).</summary>
public static class PublishedFiles
{
    /// <summary>Name of the training file, 27,455 rows.</summary>
    public const string Train = "sign_mnist_train.csv";

    /// <summary>Name of the test file, 7,172 rows.</summary>
    public const string Test = "sign_mnist_test.csv";

    /// <summary>SHA-256 of the published training file, lower-case hexadecimal.</summary>
    public const string TrainSha256 = "4c2897f19fab2b0ae2a7e4fa82e969043315d9f3a1a9cc0948b576bf1189a7e5";

    /// <summary>SHA-256 of the published test file, lower-case hexadecimal.</summary>
    public const string TestSha256 = "0e9d67bae23e67f40728e0b63bf15ad4bd5175947b8a9fac5dd9f17ce133c47b";

    /// <summary>Name of Kaggle's archive, which holds both files (and copies of them in folders, and pictures).</summary>
    public const string Archive = "archive.zip";

    /// <summary>Where Kaggle serves the archive without an account.</summary>
    public static Uri Address { get; } = new("https://www.kaggle.com/api/v1/datasets/download/datamunge/sign-language-mnist");

    /// <summary>How a person gets the files where the program cannot, as the end of a message.</summary>
    public const string ByHand = "download https://www.kaggle.com/datasets/datamunge/sign-language-mnist in a browser"
        + " and give the place of its archive.zip with --data or $FINGERSPELL_DATA";
}
