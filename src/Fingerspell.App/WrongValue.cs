using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;

namespace Fingerspell.App;

/// <summary>What is told of an option's value that is none: the parser's own words are about types of .NET.</summary>
static class WrongValue
{
    /// <summary>The line for an error of the parser.</summary>
    public static string MessageOf(ParseError error)
    {
        var given = error.SymbolResult as OptionResult ?? error.SymbolResult?.Parent as OptionResult;
        if (given is null)
            return error.Message;
        var type = TypeOf(given.Option);
        return given.Tokens.FirstOrDefault(token => !IsOf(type, token.Value)) is { } wrong ? MessageOf(given.Option, wrong.Value) : error.Message;
    }

    /// <summary>What an option wants, and what it got.</summary>
    public static string MessageOf(Option option, string value)
    {
        var type = TypeOf(option);
        string wanted = type.IsEnum ? $"is one of {string.Join(", ", Enum.GetNames(type))}" : type == typeof(int) ? "takes a whole number" : type == typeof(bool) ? "is true or false" : "takes a number";
        return $"{option.Name} {wanted}, not '{value}'";
    }

    /// <summary>Whether a text is a value of a number, a choice by its name, or true or false; texts are values of all other types.</summary>
    static bool IsOf(Type type, string value) =>
        type.IsEnum ? Enum.GetNames(type).Contains(value, StringComparer.OrdinalIgnoreCase)
        : type == typeof(int) ? int.TryParse(value, NumberStyles.Integer, CultureInfo.InvariantCulture, out _)
        : type == typeof(double) ? double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out _)
        : type != typeof(bool) || bool.TryParse(value, out _);

    static Type TypeOf(Option option)
    {
        var type = option.ValueType.GetElementType() ?? option.ValueType;
        return Nullable.GetUnderlyingType(type) ?? type;
    }
}
