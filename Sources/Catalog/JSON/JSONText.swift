/// A JSON value whose object keys keep their order, so that documents read well and stay stable.
public enum JSONText: Sendable {
    /// Members in order.
    case object([(String, JSONText)])
    /// A list.
    case array([JSONText])
    /// A text.
    case string(String)
    /// A whole number.
    case integer(Int)
    /// Any number.
    case decimal(Double)
    /// A truth.
    case boolean(Bool)
    /// Nothing.
    case null

    /// A string, or `null` for none.
    public static func optional(_ text: String?) -> JSONText { text.map(JSONText.string) ?? .null }

    /// An array of strings.
    public static func strings(_ texts: [String]) -> JSONText { .array(texts.map(JSONText.string)) }

    /// The document with two spaces of indentation and a final line feed.
    public var document: String {
        var text = ""
        write(to: &text, indentation: 0)
        return text + "\n"
    }

    /// The value on one line.
    public var line: String {
        var text = ""
        write(to: &text, indentation: nil)
        return text
    }

    /// Writes the value; without an indentation, on one line.
    private func write(to text: inout String, indentation: Int?) {
        let inner = indentation.map { $0 + 1 }
        switch self {
        case .object(let members):
            Self.writeList(members, in: "{}", to: &text, indentation: indentation) { member, text in
                Self.write(member.0, to: &text)
                text += ": "
                member.1.write(to: &text, indentation: inner)
            }
        case .array(let elements):
            Self.writeList(elements, in: "[]", to: &text, indentation: indentation) {
                $0.write(to: &$1, indentation: inner)
            }
        case .string(let string): Self.write(string, to: &text)
        case .integer(let number): text += "\(number)"
        // JSON has no infinities (RFC 8259, 6).
        case .decimal(let number): text += number.isFinite ? "\(number)" : "null"
        case .boolean(let truth): text += truth ? "true" : "false"
        case .null: text += "null"
        }
    }

    private static func writeList<Element>(
        _ elements: [Element], in brackets: String, to text: inout String, indentation: Int?,
        write: (Element, inout String) -> Void
    ) {
        guard !elements.isEmpty else {
            text += brackets
            return
        }
        let margin = indentation.map { "\n" + String(repeating: "  ", count: $0) } ?? ""
        let inset = indentation == nil ? "" : "  "
        text += brackets.prefix(1)
        for (offset, element) in elements.enumerated() {
            if offset > 0 { text += indentation == nil ? ", " : "," }
            text += margin + inset
            write(element, &text)
        }
        text += margin + brackets.suffix(1)
    }

    /// Writes a string literal (RFC 8259, 7); control characters of C1 and bidirectional controls
    /// are escaped too, since documents are read on terminals.
    private static func write(_ string: String, to text: inout String) {
        text += "\""
        var watch = ServiceMessageWatch()
        for scalar in string.unicodeScalars {
            if watch.isOpening(scalar) {
                text += escape(scalar)
                continue
            }
            switch scalar {
            case "\"": text += "\\\""
            case "\\": text += "\\\\"
            case "\n": text += "\\n"
            case "\r": text += "\\r"
            case "\t": text += "\\t"
            case let scalar where scalar.isTerminalControl: text += escape(scalar)
            default: text.unicodeScalars.append(scalar)
            }
        }
        text += "\""
    }

    private static func escape(_ scalar: Unicode.Scalar) -> String {
        String(scalar).utf16.map { unit in
            let digits = String(unit, radix: 16)
            return "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
        }
        .joined()
    }
}
