/// A `${NAME}` or `${NAME:-default}` in a probe line.
public struct VariableReference: Sendable, Hashable {
    /// The variable's name.
    public var name: String
    /// The text behind `:-`, used where the variable is unset or empty.
    public var defaultValue: String?

    /// Makes a reference.
    public init(name: String, defaultValue: String? = nil) {
        self.name = name
        self.defaultValue = defaultValue
    }

    /// The references in a text, in order, repeated as often as they stand there.
    public static func references(in text: String) -> [VariableReference] {
        pieces(of: text).compactMap { piece in
            if case .reference(let reference) = piece { reference } else { nil }
        }
    }

    /// What filling in variables gives.
    public enum Expansion: Sendable, Hashable {
        /// Every variable had a value or a default.
        case expanded(String)
        /// These variables have neither, each named once, in order.
        case unset([String])
    }

    /// Fills in the variables of a text; `$$` becomes one dollar, any other `$` stays.
    public static func expand(_ text: String, with lookup: (String) -> String?) -> Expansion {
        guard text.utf8.contains(UInt8(ascii: "$")) else { return .expanded(text) }
        var expanded = ""
        var unset: [String] = []
        for piece in pieces(of: text) {
            switch piece {
            case .literal(let literal):
                expanded += literal
            case .reference(let reference):
                let value = lookup(reference.name)
                if let value, !value.isEmpty || reference.defaultValue == nil {
                    expanded += value
                } else if let defaultValue = reference.defaultValue {
                    expanded += defaultValue
                } else if !unset.contains(reference.name) {
                    unset.append(reference.name)
                }
            }
        }
        return unset.isEmpty ? .expanded(expanded) : .unset(unset)
    }

    /// Whether a text is a variable's name: a letter or `_`, then letters, digits and `_`.
    static func isName(_ text: some StringProtocol) -> Bool {
        guard let first = text.utf8.first, first < UInt8(ascii: "0") || first > UInt8(ascii: "9")
        else { return false }
        return text.utf8.allSatisfy { byte in
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"):
                true
            default: false
            }
        }
    }
}

extension VariableReference {
    /// A stretch of text between or at references.
    private enum Piece {
        case literal(String)
        case reference(VariableReference)
    }

    /// The text cut at its references; what is no well-formed reference stays literal.
    private static func pieces(of text: String) -> [Piece] {
        var pieces: [Piece] = []
        var rest = Substring(text).utf8
        while let dollar = rest.firstIndex(of: UInt8(ascii: "$")) {
            let next = rest.index(after: dollar)
            guard next < rest.endIndex else { break }
            if rest[next] == UInt8(ascii: "$") {
                pieces.append(.literal(String(Substring(rest[...dollar]))))
                rest = rest[rest.index(after: next)...]
            } else if rest[next] == UInt8(ascii: "{"),
                let closing = closingBrace(in: rest[next...]),
                let reference = reference(Substring(rest[rest.index(after: next)..<closing]))
            {
                pieces.append(.literal(String(Substring(rest[..<dollar]))))
                pieces.append(.reference(reference))
                rest = rest[rest.index(after: closing)...]
            } else {
                pieces.append(.literal(String(Substring(rest[...dollar]))))
                rest = rest[next...]
            }
        }
        pieces.append(.literal(String(Substring(rest))))
        return pieces
    }

    /// The index of the first closing brace before the next `${`.
    ///
    /// Stopping there keeps a text of many unclosed references linear.
    private static func closingBrace(in text: Substring.UTF8View) -> String.Index? {
        var afterDollar = false
        for (index, byte) in zip(text.indices, text) {
            if byte == UInt8(ascii: "}") { return index }
            if afterDollar, byte == UInt8(ascii: "{") { return nil }
            afterDollar = byte == UInt8(ascii: "$")
        }
        return nil
    }

    /// Reads what stands between the braces.
    private static func reference(_ inside: Substring) -> VariableReference? {
        let bytes = inside.utf8
        guard let colon = bytes.firstIndex(of: UInt8(ascii: ":")) else {
            return isName(inside) ? VariableReference(name: String(inside)) : nil
        }
        let dash = bytes.index(after: colon)
        guard dash < bytes.endIndex, bytes[dash] == UInt8(ascii: "-"), isName(inside[..<colon])
        else { return nil }
        return VariableReference(
            name: String(inside[..<colon]),
            defaultValue: String(inside[bytes.index(after: dash)...]))
    }
}

extension ProbeLine {
    /// The variables that the subject and the values name, in order.
    public var variables: [VariableReference] {
        VariableReference.references(in: subject)
            + conditions.flatMap { VariableReference.references(in: $0.value) }
    }
}
