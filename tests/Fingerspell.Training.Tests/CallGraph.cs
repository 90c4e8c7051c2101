using System.Reflection;
using System.Reflection.Emit;

namespace Fingerspell.Training.Tests;

/// <summary>Who calls whom, read from compiled methods.</summary>
static class CallGraph
{
    const BindingFlags Declared = BindingFlags.DeclaredOnly | BindingFlags.Public | BindingFlags.NonPublic
        | BindingFlags.Static | BindingFlags.Instance;

    static readonly Dictionary<short, OpCode> OpCodesByValue = typeof(OpCodes).GetFields()
        .Select(field => (OpCode)field.GetValue(null)!).ToDictionary(code => code.Value);

    /// <summary>All methods and constructors of an assembly, those that the compiler made too.</summary>
    public static IEnumerable<MethodBase> MethodsOf(Assembly assembly) =>
        assembly.GetTypes().SelectMany(type => type.GetMembers(Declared)).OfType<MethodBase>();

    /// <summary>The methods of an assembly that come to call one of the given, over however many others of it.</summary>
    /// <remarks>Who makes a module or an optimiser is taken to call its <c>forward</c> or <c>step</c>, which goes through a base class.</remarks>
    public static HashSet<MethodBase> Reaching(IEnumerable<MethodBase> targets, Assembly assembly)
    {
        var calls = MethodsOf(assembly).SelectMany(method => Called(method).Select(called => (Caller: method, Called: called)));
        var dispatched = MethodsOf(assembly).Where(method => method.Name is "forward" or "step")
            .SelectMany(method => method.DeclaringType!.GetConstructors(Declared).Select(made => (Caller: (MethodBase)made, Called: method)));
        var callers = calls.Concat(dispatched).ToLookup(call => call.Called, call => call.Caller);
        HashSet<MethodBase> reaching = [.. targets];
        var open = new Queue<MethodBase>(reaching);
        while (open.TryDequeue(out var method))
        {
            foreach (var caller in callers[method].Where(reaching.Add))
                open.Enqueue(caller);
        }
        return reaching;
    }

    /// <summary>The methods that a method calls, constructs with or takes the address of, generic ones as they are defined.</summary>
    public static IEnumerable<MethodBase> Called(MethodBase method)
    {
        byte[] il = method.GetMethodBody()?.GetILAsByteArray() ?? [];
        Type[]? typeArguments = method.DeclaringType!.IsGenericType ? method.DeclaringType.GetGenericArguments() : null;
        Type[]? methodArguments = method.IsGenericMethod ? method.GetGenericArguments() : null;
        for (int at = 0; at < il.Length;)
        {
            short value = il[at++];
            var code = OpCodesByValue[value == 0xfe ? (short)(0xfe00 | il[at++]) : value];
            if (code.OperandType is OperandType.InlineMethod)
                yield return Definition(method.Module.ResolveMethod(BitConverter.ToInt32(il, at), typeArguments, methodArguments)!);
            at += code.OperandType switch
            {
                OperandType.InlineNone => 0,
                OperandType.ShortInlineBrTarget or OperandType.ShortInlineI or OperandType.ShortInlineVar => 1,
                OperandType.InlineVar => 2,
                OperandType.InlineI8 or OperandType.InlineR => 8,
                OperandType.InlineSwitch => 4 + 4 * BitConverter.ToInt32(il, at),
                _ => 4,
            };
        }
    }

    static MethodBase Definition(MethodBase method) =>
        method.DeclaringType is { IsArray: true } ? method : method.Module.ResolveMethod(method.MetadataToken)!;
}
