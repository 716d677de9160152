import Catalog

/// What a field of a structured line must be, as in `duration_ms>2500`.
public struct FieldCondition: Sendable, Hashable {
    /// The field's name, of deeper ones with dots.
    public var name: String
    /// How it is compared; `~` looks for a text.
    public var comparison: Condition.Operator
    /// With what.
    public var value: String

    /// Reads a condition; `nil` where it has no operator, name or value.
    public init?(_ text: String) {
        guard let split = ConditionSplit(text) else { return nil }
        name = split.key
        comparison = split.comparison
        value = split.value
        if name.isEmpty || value.isEmpty { return nil }
        if isOrder, Double(value) == nil { return nil }
    }

    private var isOrder: Bool {
        switch comparison {
        case .less, .lessOrEqual, .greater, .greaterOrEqual: true
        default: false
        }
    }

    /// Whether some fields meet it; a field that is not there meets nothing.
    func isMet(by fields: LogFields) -> Bool {
        guard let field = fields[name] else { return false }
        let text = field.text
        if let wanted = Double(value), let number = field.double ?? Double(text) {
            switch comparison {
            case .equal: return number == wanted
            case .notEqual: return number != wanted
            case .less: return number < wanted
            case .lessOrEqual: return number <= wanted
            case .greater: return number > wanted
            case .greaterOrEqual: return number >= wanted
            case .matches, .doesNotMatch: break
            }
        }
        switch comparison {
        case .equal: return text == value
        case .notEqual: return text != value
        case .matches: return text.contains(value)
        case .doesNotMatch: return !text.contains(value)
        default: return false
        }
    }
}
