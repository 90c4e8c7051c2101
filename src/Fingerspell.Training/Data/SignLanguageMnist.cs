namespace Fingerspell.Training.Data;

/// <summary>The Sign Language MNIST dataset: 27,455 training and 7,172 test rows of 28×28 grey pixels.</summary>
/// <param name="Train">The rows of <c>sign_mnist_train.csv</c>.</param>
/// <param name="Test">The rows of <c>sign_mnist_test.csv</c>.</param>
/// <param name="Place">Where it was read from, for messages.</param>
/// <param name="TrainSha256">SHA-256 of the training CSV file, lower-case hexadecimal.</param>
/// <param name="TestSha256">SHA-256 of the test CSV file, lower-case hexadecimal.</param>
public sealed partial record SignLanguageMnist(
    DatasetSplit Train, DatasetSplit Test, string Place, string TrainSha256, string TestSha256);
