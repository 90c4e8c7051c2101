using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;

namespace Fingerspell.App;

/// <summary>
/// What is told of an option's value that is none: the parser's own words are about types of .NET, and it takes 0,5 for 5 and a number for a name.
/// </summary>
static class WrongValue
{
    /// <summary>The line for an error of the parser.</summary>
    public static string MessageOf(ParseError error) =>
        (error.SymbolResult as OptionResult ?? error.SymbolResult?.Parent as OptionResult) is { } given
        && Wrong(given) is { } value ? MessageOf(given.Option, value) : error.Message;

    /// <summary>The lines for all options of a verb whose values are none.</summary>
    public static IEnumerable<string> Among(CommandResult verb) =>
        from given in verb.Children.OfType<OptionResult>()
        let value = Wrong(given)
        where value is not null
        select MessageOf(given.Option, value);

    /// <summary>What an option wants, and what it got.</summary>
    static string MessageOf(Option option, string value)
    {
        var type = TypeOf(option);
        string wanted = type.IsEnum ? $"is one of {string.Join(", ", Enum.GetNames(type))}" : type == typeof(int) ? "takes a whole number" : "takes a number";
        return $"{option.Name} {wanted}, not '{value}'";
    }

    static string? Wrong(OptionResult given) => given.Tokens.Select(token => token.Value).FirstOrDefault(value => !IsOf(TypeOf(given.Option), value));

    /// <summary>Whether a text is a number, or a choice by its name; it is a value of all other types.</summary>
    static bool IsOf(Type type, string value) =>
        type.IsEnum ? Enum.GetNames(type).Contains(value, StringComparer.OrdinalIgnoreCase)
        : type == typeof(int) ? int.TryParse(value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _)
        : type != typeof(double) || double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out _);

    static Type TypeOf(Option option)
    {
        var type = option.ValueType.GetElementType() ?? option.ValueType;
        return Nullable.GetUnderlyingType(type) ?? type;
    }
}
