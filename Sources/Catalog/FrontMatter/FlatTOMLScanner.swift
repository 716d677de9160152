/// Reads keys and values within one logical line of TOML.
struct FlatTOMLScanner {
    /// How deep arrays and inline tables may nest.
    private static let deepestNesting = 3

    private let bytes: [UInt8]
    private let line: Int
    private var index = 0

    /// Starts at the beginning of a line.
    init(_ text: String, line: Int) {
        bytes = Array(text.utf8)
        self.line = line
    }

    private var byte: UInt8 { index < bytes.count ? bytes[index] : 0 }
    private var column: Int { index + 1 }

    /// Whether only a comment is left.
    var isAtEndOrComment: Bool { index >= bytes.count || byte == UInt8(ascii: "#") }

    /// Whether a table's name starts here.
    var isAtBracket: Bool { byte == UInt8(ascii: "[") }

    /// Steps over blanks.
    mutating func skipBlanks() {
        while index < bytes.count, byte.isASCIIBlank { index += 1 }
    }

    /// Reads `[name]`.
    mutating func readTableName() throws(FlatYAMLProblem.Thrown) -> String {
        index += 1
        guard byte != UInt8(ascii: "[") else { throw problem("tables in a list are not read here") }
        let name = try readKey()
        guard byte == UInt8(ascii: "]") else { throw problem("']' is missing behind '\(name)'") }
        index += 1
        try expectEnd(key: name)
        guard !name.contains(".") else {
            throw problem("only one level of tables is read here", key: name)
        }
        return name
    }

    /// Reads `key = value` and what may follow on the line.
    mutating func readPair() throws(FlatYAMLProblem.Thrown) -> FlatYAMLPair {
        let pair = try readMember(depth: 0)
        try expectEnd(key: pair.key)
        return pair
    }

    private mutating func readMember(depth: Int) throws(FlatYAMLProblem.Thrown) -> FlatYAMLPair {
        let start = column
        let key = try readKey()
        guard byte == UInt8(ascii: "=") else { throw problem("'=' is missing behind '\(key)'") }
        index += 1
        skipBlanks()
        do throws(FlatYAMLProblem.Thrown) {
            let node = try readValue(depth: depth)
            return FlatYAMLPair(key: key, line: line, column: start, node: node)
        } catch {
            var named = error
            named.problem.key = named.problem.key ?? key
            throw named
        }
    }

    /// Reads a bare, quoted or dotted key with the blanks behind it.
    private mutating func readKey() throws(FlatYAMLProblem.Thrown) -> String {
        skipBlanks()
        var key = ""
        while index < bytes.count {
            if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
                key += try readString()
            } else if byte.isASCIILetterOrDigit || [0x2D, 0x2E, 0x5F].contains(byte) {
                key.unicodeScalars.append(UnicodeScalar(byte))
                index += 1
            } else {
                break
            }
        }
        skipBlanks()
        guard !key.isEmpty else { throw problem("a key is missing") }
        return key
    }

    private mutating func readValue(depth: Int) throws(FlatYAMLProblem.Thrown) -> FlatYAMLNode {
        let start = column
        let value: FlatYAMLNode.Value
        switch byte {
        case UInt8(ascii: "\""), UInt8(ascii: "'"):
            value = .scalar(try readString())
        case UInt8(ascii: "["):
            value = .list(try readItems(depth: depth))
        case UInt8(ascii: "{"):
            value = .mapping(try readMembers(depth: depth))
        default:
            value = .scalar(try readBare())
        }
        return FlatYAMLNode(value: value, line: line, column: start)
    }

    /// Reads a number, day or truth value as its text.
    private mutating func readBare() throws(FlatYAMLProblem.Thrown) -> String {
        let start = index
        while index < bytes.count, ![0x2C, 0x5D, 0x7D, 0x23].contains(byte) { index += 1 }
        let text = String(decoding: bytes[start..<index], as: UTF8.self).trimmedBlanks
        guard !text.isEmpty else { throw problem("a value is missing") }
        return text
    }

    private mutating func readItems(
        depth: Int
    ) throws(FlatYAMLProblem.Thrown) -> [FlatYAMLNode] {
        var items: [FlatYAMLNode] = []
        try readList(closing: UInt8(ascii: "]"), depth: depth) {
            scanner throws(FlatYAMLProblem.Thrown) in
            items.append(try scanner.readValue(depth: depth + 1))
        }
        return items
    }

    private mutating func readMembers(
        depth: Int
    ) throws(FlatYAMLProblem.Thrown) -> [FlatYAMLPair] {
        var pairs: [FlatYAMLPair] = []
        try readList(closing: UInt8(ascii: "}"), depth: depth) {
            scanner throws(FlatYAMLProblem.Thrown) in
            pairs.append(try scanner.readMember(depth: depth + 1))
        }
        return pairs
    }

    /// Reads elements between commas as far as a closing bracket.
    private mutating func readList(
        closing: UInt8, depth: Int,
        _ element: (inout FlatTOMLScanner) throws(FlatYAMLProblem.Thrown) -> Void
    ) throws(FlatYAMLProblem.Thrown) {
        guard depth < Self.deepestNesting else { throw problem("values nest too deep here") }
        index += 1
        skipBlanks()
        while byte != closing {
            try element(&self)
            skipBlanks()
            guard byte == UInt8(ascii: ",") || byte == closing else {
                throw problem("'\(Character(UnicodeScalar(closing)))' is missing")
            }
            if byte == UInt8(ascii: ",") { index += 1 }
            skipBlanks()
        }
        index += 1
    }

    /// Reads a string of one line; escapes count in double quotes only.
    private mutating func readString() throws(FlatYAMLProblem.Thrown) -> String {
        let quote = byte
        index += 1
        var text: [UInt8] = []
        while index < bytes.count, byte != quote {
            if byte == UInt8(ascii: "\\"), quote == UInt8(ascii: "\"") {
                index += 1
                text.append(Self.unescaped(byte))
            } else {
                text.append(byte)
            }
            index += 1
        }
        guard byte == quote else { throw problem("the closing quote is missing") }
        index += 1
        return String(decoding: text, as: UTF8.self)
    }

    private static func unescaped(_ byte: UInt8) -> UInt8 {
        switch byte {
        case UInt8(ascii: "n"): 0x0A
        case UInt8(ascii: "t"): 0x09
        default: byte
        }
    }

    private mutating func expectEnd(key: String) throws(FlatYAMLProblem.Thrown) {
        skipBlanks()
        guard isAtEndOrComment else { throw problem("something follows the value", key: key) }
    }

    private func problem(_ message: String, key: String? = nil) -> FlatYAMLProblem.Thrown {
        FlatYAMLProblem.Thrown(
            problem: FlatYAMLProblem(message: message, line: line, column: column, key: key))
    }
}

extension FlatTOMLScanner {
    /// How many brackets of a value a line leaves open.
    static func openBrackets(behindEqualsSignOf line: String) -> Int {
        line.index(ofByte: UInt8(ascii: "=")).map { openBrackets(in: String(line[$0...])) } ?? 0
    }

    /// How many more brackets a text opens than it closes.
    static func openBrackets(in text: String) -> Int {
        var depth = 0
        forEachSyntaxByte(of: text) { byte in
            if byte == UInt8(ascii: "[") || byte == UInt8(ascii: "{") { depth += 1 }
            if byte == UInt8(ascii: "]") || byte == UInt8(ascii: "}") { depth -= 1 }
        }
        return depth
    }

    /// A line as far as its comment.
    static func withoutComment(_ line: String) -> String {
        var length = 0
        forEachSyntaxByte(of: line, counting: &length) { _ in }
        return String(Substring(line.utf8.prefix(length)))
    }

    private static func forEachSyntaxByte(of text: String, _ visit: (UInt8) -> Void) {
        var length = 0
        forEachSyntaxByte(of: text, counting: &length, visit)
    }

    /// Visits the bytes outside of strings up to a comment, and counts those before it.
    private static func forEachSyntaxByte(
        of text: String, counting length: inout Int, _ visit: (UInt8) -> Void
    ) {
        var quote: UInt8?
        var isEscaped = false
        for byte in text.utf8 {
            if let open = quote {
                if byte == open, !isEscaped { quote = nil }
                isEscaped = byte == UInt8(ascii: "\\") && !isEscaped && open == UInt8(ascii: "\"")
            } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
                quote = byte
            } else if byte == UInt8(ascii: "#") {
                return
            } else {
                visit(byte)
            }
            length += 1
        }
    }
}
