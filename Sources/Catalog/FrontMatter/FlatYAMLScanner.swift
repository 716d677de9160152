/// Reads values within one line of front matter.
struct FlatYAMLScanner {
    /// How deep flow collections may nest: `{ a: [b] }`.
    private static let deepestNesting = 2

    private let bytes: [UInt8]
    private let line: Int
    private var index = 0
    private var column = 1

    /// Starts at the beginning of a line.
    init(_ text: String, line: Int) {
        bytes = Array(text.utf8)
        self.line = line
    }

    /// Whether only blanks or a comment are left.
    var isAtEndOrComment: Bool {
        var ahead = index
        while ahead < bytes.count, Self.isBlank(bytes[ahead]) { ahead += 1 }
        guard ahead < bytes.count else { return true }
        let isSeparated = ahead == 0 || Self.isBlank(bytes[ahead - 1])
        return bytes[ahead] == UInt8(ascii: "#") && isSeparated
    }

    /// Whether a list item starts here.
    var isAtDash: Bool {
        guard index < bytes.count, bytes[index] == UInt8(ascii: "-") else { return false }
        return index + 1 == bytes.count || Self.isBlank(bytes[index + 1])
    }

    /// Steps over blanks and says how many there were.
    @discardableResult
    mutating func skipBlanks() -> Int {
        let start = index
        while index < bytes.count, Self.isBlank(bytes[index]) { advance() }
        return index - start
    }

    /// Reads `key: value`.
    mutating func readPair() throws(FlatYAMLProblem.Thrown) -> FlatYAMLPair {
        var pair = try readKey()
        pair.node = try readLineValue(key: pair.key)
        return pair
    }

    /// Reads `- value`.
    mutating func readItem() throws(FlatYAMLProblem.Thrown) -> FlatYAMLNode {
        advance()
        return try readLineValue(key: nil)
    }

    /// A problem at the present place.
    func problem(_ message: String, key: String? = nil) -> FlatYAMLProblem.Thrown {
        FlatYAMLProblem.Thrown(
            problem: FlatYAMLProblem(message: message, line: line, column: column, key: key))
    }

    /// Reads a key and its colon.
    private mutating func readKey() throws(FlatYAMLProblem.Thrown) -> FlatYAMLPair {
        let start = (index, column)
        var key: String
        if let quoted = try readQuoted() {
            key = quoted
        } else {
            while index < bytes.count, !isAtColon, !",[]{}#".utf8.contains(bytes[index]) {
                advance()
            }
            key = Self.text(bytes[start.0..<index])
        }
        skipBlanks()
        guard !key.isEmpty, isAtColon else {
            (index, column) = start
            throw problem("expected 'key: value'")
        }
        advance()
        let node = FlatYAMLNode(value: .none, line: line, column: column)
        return FlatYAMLPair(key: key, line: line, column: start.1, node: node)
    }

    /// Reads the value up to the end of the line.
    private mutating func readLineValue(
        key: String?
    ) throws(FlatYAMLProblem.Thrown) -> FlatYAMLNode {
        skipBlanks()
        if isAtEndOrComment { return FlatYAMLNode(value: .none, line: line, column: column) }
        if "|>&*!".utf8.contains(bytes[index]) {
            throw problem("only plain values, [lists] and { mappings } are read here", key: key)
        }
        let node: FlatYAMLNode
        do throws(FlatYAMLProblem.Thrown) {
            node = try readValue(depth: 0)
            guard isAtEndOrComment else { throw problem("unexpected text after the value") }
        } catch {
            var problem = error.problem
            problem.key = key
            throw FlatYAMLProblem.Thrown(problem: problem)
        }
        return node
    }

    /// Reads a value; inside brackets it ends at a comma or closing bracket too.
    private mutating func readValue(
        depth: Int
    ) throws(FlatYAMLProblem.Thrown) -> FlatYAMLNode {
        let start = column
        guard depth <= Self.deepestNesting else { throw problem("this is nested too deeply") }
        let value: FlatYAMLNode.Value
        if index < bytes.count, bytes[index] == UInt8(ascii: "[") {
            value = .list(
                try readFlow(closing: UInt8(ascii: "]")) { scanner throws(FlatYAMLProblem.Thrown) in
                    try scanner.readValue(depth: depth + 1)
                })
        } else if index < bytes.count, bytes[index] == UInt8(ascii: "{") {
            value = .mapping(
                try readFlow(closing: UInt8(ascii: "}")) { scanner throws(FlatYAMLProblem.Thrown) in
                    var pair = try scanner.readKey()
                    scanner.skipBlanks()
                    pair.node = try scanner.readValue(depth: depth + 1)
                    return pair
                })
        } else if let quoted = try readQuoted() {
            value = .scalar(quoted)
        } else {
            let text = readPlain(inFlow: depth > 0)
            value = text.isEmpty ? .none : .scalar(text)
        }
        return FlatYAMLNode(value: value, line: line, column: start)
    }

    /// Reads comma-separated elements between brackets.
    private mutating func readFlow<Element>(
        closing: UInt8,
        element: (inout FlatYAMLScanner) throws(FlatYAMLProblem.Thrown) -> Element
    ) throws(FlatYAMLProblem.Thrown) -> [Element] {
        let opening = self
        advance()
        var elements: [Element] = []
        while true {
            skipBlanks()
            guard index < bytes.count else {
                throw opening.problem("this bracket is not closed on its line")
            }
            if bytes[index] == closing { break }
            elements.append(try element(&self))
            skipBlanks()
            if index < bytes.count, bytes[index] == UInt8(ascii: ",") {
                advance()
            } else if index < bytes.count, bytes[index] != closing {
                throw problem("expected ',' or the closing bracket")
            }
        }
        advance()
        return elements
    }

    /// Reads an unquoted scalar.
    private mutating func readPlain(inFlow: Bool) -> String {
        let start = index
        while index < bytes.count {
            if inFlow, ",]}".utf8.contains(bytes[index]) { break }
            if Self.isBlank(bytes[index]), isAtEndOrComment { break }
            advance()
        }
        return Self.text(bytes[start..<index])
    }

    /// Reads a quoted scalar, or returns `nil` where none starts.
    private mutating func readQuoted() throws(FlatYAMLProblem.Thrown) -> String? {
        guard index < bytes.count else { return nil }
        let quote = bytes[index]
        guard quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") else { return nil }
        let opening = self
        var content: [UInt8] = []
        advance()
        while index < bytes.count {
            if bytes[index] == quote {
                advance()
                // In single quotes YAML writes a quote as two.
                guard quote == UInt8(ascii: "'"), index < bytes.count, bytes[index] == quote
                else { return String(decoding: content, as: UTF8.self) }
            } else if quote == UInt8(ascii: "\""), bytes[index] == UInt8(ascii: "\\"),
                index + 1 < bytes.count
            {
                advance()
            }
            content.append(bytes[index])
            advance()
        }
        throw opening.problem("this quote is never closed")
    }

    /// Whether a colon that ends a key stands here.
    private var isAtColon: Bool {
        guard index < bytes.count, bytes[index] == UInt8(ascii: ":") else { return false }
        return index + 1 == bytes.count || Self.isBlank(bytes[index + 1])
            || ",]}[{".utf8.contains(bytes[index + 1])
    }

    private mutating func advance() {
        index += 1
        if index >= bytes.count || bytes[index] & 0xC0 != 0x80 { column += 1 }
    }

    private static func isBlank(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t") || byte == UInt8(ascii: "\r")
    }

    /// The text of bytes without blanks at either end.
    private static func text(_ bytes: ArraySlice<UInt8>) -> String {
        var slice = bytes
        while let first = slice.first, isBlank(first) { slice.removeFirst() }
        while let last = slice.last, isBlank(last) { slice.removeLast() }
        return String(decoding: slice, as: UTF8.self)
    }
}
