/// A JSON document as it was written: truths stay truths and numbers keep every digit.
public enum JSONValue: Sendable, Hashable {
    /// `null`
    case null
    /// `true` or `false`
    case bool(Bool)
    /// A number in the digits of the document, such as `1.0` or `12345678901234567890`.
    case number(String)
    /// A text, escapes resolved.
    case string(String)
    /// A list.
    case array([JSONValue])
    /// Members by name; of a name that stands twice the last counts, as in most readers.
    case object([String: JSONValue])

    /// Reads a document.
    ///
    /// - Throws: ``JSONFailure``.
    public init(parsing bytes: some Sequence<UInt8>) throws(JSONFailure) {
        var parser = JSONParser(bytes)
        self = try parser.document()
    }

    /// Reads a document.
    ///
    /// - Throws: ``JSONFailure``.
    public init(parsing text: String) throws(JSONFailure) { try self.init(parsing: text.utf8) }

    /// The member of that name; `nil` where there is none or this is no object.
    public subscript(_ name: String) -> JSONValue? { object?[name] }

    /// The members, where this is an object.
    public var object: [String: JSONValue]? {
        if case .object(let members) = self { members } else { nil }
    }

    /// The elements, where this is a list.
    public var array: [JSONValue]? {
        if case .array(let elements) = self { elements } else { nil }
    }

    /// The text, where this is one.
    public var string: String? {
        if case .string(let text) = self { text } else { nil }
    }

    /// The truth, where this is one.
    public var bool: Bool? {
        if case .bool(let truth) = self { truth } else { nil }
    }

    /// The number, where this is one, as near as a floating-point number comes.
    public var double: Double? {
        if case .number(let digits) = self { Double(digits) } else { nil }
    }

    /// The number, where this is one and whole: `3` and `3.0` are 3.
    public var int: Int? {
        guard case .number(let digits) = self else { return nil }
        return Int(digits) ?? Double(digits).flatMap { Int(exactly: $0) }
    }

    /// What a person reads: a text without its quotes, anything else as compact JSON.
    public var text: String { string ?? compactText }

    /// The value as JSON without blanks, members sorted by name.
    public var compactText: String {
        var output = ""
        write(to: &output)
        return output
    }

    private func write(to output: inout String) {
        switch self {
        case .null: output += "null"
        case .bool(let truth): output += truth ? "true" : "false"
        case .number(let digits): output += digits
        case .string(let text): Self.write(text, to: &output)
        case .array(let elements):
            output += "["
            for (position, element) in elements.enumerated() {
                if position > 0 { output += "," }
                element.write(to: &output)
            }
            output += "]"
        case .object(let members):
            output += "{"
            for (position, member) in members.sorted(by: { $0.key < $1.key }).enumerated() {
                if position > 0 { output += "," }
                Self.write(member.key, to: &output)
                output += ":"
                member.value.write(to: &output)
            }
            output += "}"
        }
    }

    /// Writes a text with the escapes that RFC 8259, 7 demands.
    private static func write(_ text: String, to output: inout String) {
        output += "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": output += "\\\""
            case "\\": output += "\\\\"
            case "\n": output += "\\n"
            case "\r": output += "\\r"
            case "\t": output += "\\t"
            case _ where scalar.value < 0x20:
                let digits = String(scalar.value, radix: 16)
                output += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
            default: output.unicodeScalars.append(scalar)
            }
        }
        output += "\""
    }
}

/// Why bytes are no JSON document.
public enum JSONFailure: Error, Sendable, Hashable {
    /// It ends before it is complete, at this many bytes.
    case incomplete(Int)
    /// Something else than JSON stands at this byte, counted from 0.
    case unexpected(Int)
    /// Lists and objects lie deeper in each other than ``JSONParser/deepestNesting``.
    case tooDeep

    /// The failure in a few words, for a verdict.
    public var summary: String {
        switch self {
        case .incomplete(0): "empty"
        case .incomplete(let length): "JSON that ends too early, after \(length) bytes"
        case .unexpected(let offset): "not JSON from byte \(offset) on"
        case .tooDeep: "JSON nested deeper than \(JSONParser.deepestNesting) levels"
        }
    }
}
