namespace Fingerspell.Training.Data;

/// <summary>Where a row of Sign Language MNIST comes from.</summary>
/// <param name="Signer">The person, such as <c>user_9</c>.</param>
/// <param name="Photo">The photograph that the row is a variant of, such as <c>D/user_9_D7.jpg</c>.</param>
public readonly record struct RowSource(string Signer, string Photo);
