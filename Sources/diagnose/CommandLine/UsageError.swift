import Catalog

/// What is wrong with a command line.
enum UsageError: Error, Hashable {
    case unknownCommand(String, known: [String])
    case unknownFlag(String, known: [String])
    case missingValue(Flag)
    case unexpectedValue(Flag)
    case repeatedFlag(Flag)
    case invalidChoice(Flag, value: String)
    case invalidValue(Flag, value: String, wants: String)
    case unexpectedOperand(String)
    case unknownName(noun: String, name: String, known: [String])
    case unreadable(path: String, reason: String)
    case unwritable(path: String, reason: String)
    case needs(Flag, Flag)
    case conflict(Flag, Flag)
    /// What has words of its own.
    case other(String)

    /// The message, without `diagnose:` in front, with the nearest name where there is one.
    var message: String {
        switch self {
        case .unknownCommand(let name, let known):
            "unknown command '\(name)'" + NearestName.hint(for: name, in: known)
        case .unknownFlag(let name, let known):
            "unknown flag '\(name)'" + NearestName.hint(for: name, in: known)
        case .missingValue(let flag): "--\(flag.name) wants a value: \(flag.usage)"
        case .unexpectedValue(let flag): "--\(flag.name) takes no value"
        case .repeatedFlag(let flag): "--\(flag.name) may be given only once"
        case .invalidChoice(let flag, let value):
            "--\(flag.name) is \(flag.choices.joined(separator: " or ")), not '\(value)'"
                + NearestName.hint(for: value, in: flag.choices)
        case .invalidValue(let flag, let value, let wants):
            "--\(flag.name) wants \(wants), not '\(value)'"
        case .unexpectedOperand(let word): "unexpected '\(word)'"
        case .unknownName(let noun, let name, let known):
            "unknown \(noun) '\(name)'" + Self.hint(for: name, in: known)
        case .unreadable(let path, let reason): "cannot read '\(path)': \(reason)"
        case .unwritable(let path, let reason): "cannot write '\(path)': \(reason)"
        case .conflict(let flag, let other):
            "--\(flag.name) and --\(other.name) exclude each other"
        case .needs(let flag, let other): "--\(flag.name) is for use with --\(other.name)"
        case .other(let text): text
        }
    }

    /// How many names are still read rather than searched.
    private static let readableNames = 24

    /// The nearest name; where none is near, all of them, if they are few.
    private static func hint(for name: String, in known: [String]) -> String {
        let hint = NearestName.hint(for: name, in: known)
        guard hint.isEmpty, !known.isEmpty, known.count <= readableNames else { return hint }
        return "; there is " + known.joined(separator: ", ")
    }
}
