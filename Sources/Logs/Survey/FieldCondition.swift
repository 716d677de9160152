import Foundation
import Machine

/// What a field of a structured line must be, as in `duration_ms>2500`.
public struct FieldCondition: Sendable, Hashable {
    /// How a field is compared.
    public enum Comparison: String, Sendable, CaseIterable {
        /// Those of two signs stand first, for they start with those of one.
        case notEqual = "!="
        case lacks = "!~"
        case lessOrEqual = "<="
        case greaterOrEqual = ">="
        case equal = "="
        case holds = "~"
        case less = "<"
        case greater = ">"
    }

    /// The field's name, of deeper ones with dots.
    public var name: String
    /// How it is compared.
    public var comparison: Comparison
    /// With what.
    public var value: String

    /// Reads a condition; `nil` where it has no operator, name or value.
    public init?(_ text: String) {
        let signs: Set<Character> = ["=", "!", "~", "<", ">"]
        guard let place = text.firstIndex(where: signs.contains) else { return nil }
        let rest = text[place...]
        guard let comparison = Comparison.allCases.first(where: { rest.hasPrefix($0.rawValue) })
        else { return nil }
        name = String(text[..<place])
        self.comparison = comparison
        value = String(rest.dropFirst(comparison.rawValue.count))
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
            case .holds, .lacks: break
            }
        }
        switch comparison {
        case .equal: return text == value
        case .notEqual: return text != value
        case .holds: return text.contains(value)
        case .lacks: return !text.contains(value)
        default: return false
        }
    }
}
