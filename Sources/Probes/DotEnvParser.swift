/// Takes a dotenv file apart in one pass over its bytes; the rules stand with ``DotEnvFile``.
struct DotEnvParser {
    private(set) var entries: [DotEnvFile.Entry] = []
    private(set) var mistakes: [DotEnvFile.Mistake] = []

    private let bytes: [UInt8]
    private var offset = 0
    private var line = 1
    private var expansion: DotEnvExpansion

    init(_ bytes: [UInt8], environment: [String: String]) {
        self.bytes = bytes
        expansion = DotEnvExpansion(environment: environment)
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { offset = 3 }
    }

    /// Reads to the end.
    mutating func parse() {
        while offset < bytes.count {
            skipBlanks()
            switch current {
            case UInt8(ascii: "\n"): newLine()
            case UInt8(ascii: "#"): skipLine()
            case nil: return
            default: statement()
            }
        }
    }

    /// The byte at the offset; `nil` at the end.
    private var current: UInt8? { offset < bytes.count ? bytes[offset] : nil }

    private mutating func newLine() {
        offset += 1
        line += 1
    }

    private mutating func skipLine() {
        while let byte = current, byte != UInt8(ascii: "\n") { offset += 1 }
    }

    /// Skips blanks that end no line; a carriage return is one, wherever it stands.
    private mutating func skipBlanks() {
        while let byte = current, Self.isBlank(byte) { offset += 1 }
    }

    private static func isBlank(_ byte: UInt8) -> Bool {
        byte == 0x20 || byte == 0x09 || (0x0B...0x0D).contains(byte)
    }

    /// Notes a mistake and goes on behind its line.
    private mutating func abandonLine(_ message: String) {
        mistakes.append(DotEnvFile.Mistake(line: line, message: message))
        skipLine()
    }

    private mutating func statement() {
        skipExport()
        let start = offset
        while let byte = current, Self.isNameByte(byte) { offset += 1 }
        let name = String(decoding: bytes[start..<offset], as: UTF8.self)
        skipBlanks()
        switch current {
        case nil, UInt8(ascii: "\n"):
            inherit(name)
        case UInt8(ascii: "="), UInt8(ascii: ":"):
            offset += 1
            assign(name)
        case .some(let byte) where Self.isNameByte(byte):
            abandonLine("a name can't hold a blank")
        default:
            abandonLine("no NAME=value")
        }
    }

    /// Steps over `export` where a blank follows: `exportFOO=2` sets `exportFOO`.
    private mutating func skipExport() {
        let word = Array("export".utf8)
        let end = offset + word.count
        guard end < bytes.count, bytes[offset..<end].elementsEqual(word), Self.isBlank(bytes[end])
        else { return }
        offset = end
        skipBlanks()
    }

    private static func isNameByte(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"):
            true
        default: byte >= 0x80 || "_.-[]".utf8.contains(byte)
        }
    }

    private mutating func inherit(_ name: String) {
        guard let value = expansion.environment[name] else { return }
        append(name, value, at: line)
    }

    private mutating func assign(_ name: String) {
        if name.isEmpty { return abandonLine("a value without a name") }
        let start = line
        skipBlanks()
        if let quote = current, quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") {
            guard let content = quoted(by: quote) else {
                return abandonLine("the quote is never closed")
            }
            append(name, quote == UInt8(ascii: "'") ? literal(content) : expand(content), at: start)
            checkLineEnd()
        } else {
            append(name, expand(unquoted()), at: start)
        }
    }

    private mutating func append(_ name: String, _ value: String, at start: Int) {
        entries.append(DotEnvFile.Entry(name: name, value: value, line: start))
        expansion.earlier[name] = value
    }

    private func literal(_ content: [UInt8]) -> String { String(decoding: content, as: UTF8.self) }

    private mutating func expand(_ content: [UInt8]) -> String {
        let (value, problem) = expansion.expand(content)
        if let problem { mistakes.append(DotEnvFile.Mistake(line: line, message: problem)) }
        return value
    }

    /// The value up to ` #` or the end of the line, trimmed.
    private mutating func unquoted() -> [UInt8] {
        let start = offset
        var end = bytes.count
        while let byte = current, byte != UInt8(ascii: "\n") {
            let isComment =
                byte == UInt8(ascii: "#") && offset > start && bytes[offset - 1] == 0x20
            if isComment { end = min(end, offset) }
            offset += 1
        }
        var value = bytes[start..<min(end, offset)]
        while let last = value.last, Self.isBlank(last) { value.removeLast() }
        return Array(value)
    }

    /// The text up to the closing quote, escapes resolved; `nil`, the offset unmoved, where there
    /// is none.
    ///
    /// No quote of the same sort can open behind one that is never closed, so the file is searched
    /// to its end at most once for each sort.
    private mutating func quoted(by quote: UInt8) -> [UInt8]? {
        var content: [UInt8] = []
        var position = offset + 1
        var lines = 0
        while position < bytes.count, bytes[position] != quote {
            if bytes[position] == UInt8(ascii: "\\"), position + 1 < bytes.count {
                position += Self.appendEscape(
                    bytes[(position + 1)...], in: quote, to: &content)
                if bytes[position] == UInt8(ascii: "\n") { lines += 1 }
            } else {
                if bytes[position] == UInt8(ascii: "\n") { lines += 1 }
                content.append(bytes[position])
            }
            position += 1
        }
        guard position < bytes.count else { return nil }
        offset = position + 1
        line += lines
        return content
    }

    /// Appends what an escape stands for, given the bytes behind its backslash, and tells how many
    /// of them it takes.
    private static func appendEscape(
        _ rest: ArraySlice<UInt8>, in quote: UInt8, to content: inout [UInt8]
    ) -> Int {
        guard let byte = rest.first else { return 0 }
        if byte == quote {
            content.append(quote)
            return 1
        }
        guard quote == UInt8(ascii: "\"") else {
            content += [UInt8(ascii: "\\"), byte]
            return 1
        }
        if byte == UInt8(ascii: "0") { return appendOctal(rest, to: &content) }
        if byte == UInt8(ascii: "$") {
            // Stays a dollar when references are filled in.
            content += [byte, byte]
        } else if let control = controls[byte] {
            content.append(control)
        } else {
            content += [UInt8(ascii: "\\"), byte]
        }
        return 1
    }

    /// The escapes of double quotes that stand for one byte.
    private static let controls: [UInt8: UInt8] = [
        UInt8(ascii: "a"): 0x07, UInt8(ascii: "b"): 0x08, UInt8(ascii: "f"): 0x0C,
        UInt8(ascii: "n"): 0x0A, UInt8(ascii: "r"): 0x0D, UInt8(ascii: "t"): 0x09,
        UInt8(ascii: "v"): 0x0B, UInt8(ascii: "\\"): UInt8(ascii: "\\"),
    ]

    private static func appendOctal(
        _ rest: ArraySlice<UInt8>, to content: inout [UInt8]
    ) -> Int {
        let digits = rest.dropFirst().prefix(3).prefix { (0x30...0x39).contains($0) }
        let code = digits.reduce(0) { $0 * 8 + UInt32($1 - 0x30) }
        guard digits.count == 3, digits.allSatisfy({ $0 < 0x38 }), code <= 0xFF,
            let scalar = Unicode.Scalar(code)
        else {
            // compose-go takes the zero away before it sees that this is no escape.
            content += [UInt8(ascii: "\\")] + digits
            return 1 + digits.count
        }
        content.append(contentsOf: Character(scalar).utf8)
        return 4
    }

    /// Behind a closing quote only a comment may follow on the line.
    private mutating func checkLineEnd() {
        skipBlanks()
        guard let byte = current, byte != UInt8(ascii: "\n"), byte != UInt8(ascii: "#") else {
            return skipLine()
        }
        abandonLine("text behind the closing quote")
    }
}
