/// Reads JSON (RFC 8259) in one pass over its bytes.
///
/// Foundation's readers turn `true` into a number on some platforms, round long numbers and don't
/// tell a document that was cut off from one that is none, and all three are what a probe is
/// asked about.
struct JSONParser {
    /// How deep lists and objects may lie in each other, so that no document exhausts the stack.
    static let deepestNesting = 200

    private let bytes: [UInt8]
    private var offset = 0
    private var depth = 0

    init(_ bytes: some Sequence<UInt8>) {
        self.bytes = Array(bytes)
        // RFC 8259, 8.1: a byte order mark may be ignored.
        if self.bytes.starts(with: [0xEF, 0xBB, 0xBF]) { offset = 3 }
    }

    /// Reads the one value that a document is.
    mutating func document() throws(JSONFailure) -> JSONValue {
        let value = try value()
        skipBlanks()
        guard offset == bytes.count else { throw .unexpected(offset) }
        return value
    }

    /// The byte at the offset; `nil` at the end.
    private var current: UInt8? { offset < bytes.count ? bytes[offset] : nil }

    /// What is wrong at the offset.
    private var failure: JSONFailure {
        offset < bytes.count ? .unexpected(offset) : .incomplete(bytes.count)
    }

    private mutating func skipBlanks() {
        while let byte = current, byte == 0x20 || (0x09...0x0D).contains(byte) { offset += 1 }
    }

    private mutating func value() throws(JSONFailure) -> JSONValue {
        skipBlanks()
        switch current {
        case UInt8(ascii: "{"): return try nested(Self.object)
        case UInt8(ascii: "["): return try nested(Self.array)
        case UInt8(ascii: "\""): return .string(try string())
        case UInt8(ascii: "t"): return try word("true", .bool(true))
        case UInt8(ascii: "f"): return try word("false", .bool(false))
        case UInt8(ascii: "n"): return try word("null", .null)
        default: return .number(try number())
        }
    }

    private mutating func nested(
        _ read: (inout JSONParser) throws(JSONFailure) -> JSONValue
    ) throws(JSONFailure) -> JSONValue {
        guard depth < Self.deepestNesting else { throw .tooDeep }
        depth += 1
        offset += 1
        let value = try read(&self)
        depth -= 1
        return value
    }

    private static func object(_ parser: inout JSONParser) throws(JSONFailure) -> JSONValue {
        var members: [String: JSONValue] = [:]
        parser.skipBlanks()
        if parser.take(UInt8(ascii: "}")) { return .object(members) }
        while true {
            parser.skipBlanks()
            guard parser.current == UInt8(ascii: "\"") else { throw parser.failure }
            let name = try parser.string()
            parser.skipBlanks()
            guard parser.take(UInt8(ascii: ":")) else { throw parser.failure }
            members[name] = try parser.value()
            parser.skipBlanks()
            if parser.take(UInt8(ascii: "}")) { return .object(members) }
            guard parser.take(UInt8(ascii: ",")) else { throw parser.failure }
        }
    }

    private static func array(_ parser: inout JSONParser) throws(JSONFailure) -> JSONValue {
        var elements: [JSONValue] = []
        parser.skipBlanks()
        if parser.take(UInt8(ascii: "]")) { return .array(elements) }
        while true {
            elements.append(try parser.value())
            parser.skipBlanks()
            if parser.take(UInt8(ascii: "]")) { return .array(elements) }
            guard parser.take(UInt8(ascii: ",")) else { throw parser.failure }
        }
    }

    private mutating func take(_ byte: UInt8) -> Bool {
        guard current == byte else { return false }
        offset += 1
        return true
    }

    private mutating func word(
        _ word: StaticString, _ value: JSONValue
    ) throws(JSONFailure) -> JSONValue {
        for position in 0..<word.utf8CodeUnitCount {
            guard take(word.utf8Start[position]) else { throw failure }
        }
        return value
    }

    /// RFC 8259, 6: `-`, no leading zeros, digits on both sides of the point.
    private mutating func number() throws(JSONFailure) -> String {
        let start = offset
        _ = take(UInt8(ascii: "-"))
        if !take(UInt8(ascii: "0")) { try digits() }
        if take(UInt8(ascii: ".")) { try digits() }
        if take(UInt8(ascii: "e")) || take(UInt8(ascii: "E")) {
            if !take(UInt8(ascii: "+")) { _ = take(UInt8(ascii: "-")) }
            try digits()
        }
        return String(decoding: bytes[start..<offset], as: UTF8.self)
    }

    private mutating func digits() throws(JSONFailure) {
        let start = offset
        while let byte = current, (0x30...0x39).contains(byte) { offset += 1 }
        guard offset > start else { throw failure }
    }

    private mutating func string() throws(JSONFailure) -> String {
        offset += 1
        var content: [UInt8] = []
        while let byte = current {
            switch byte {
            case UInt8(ascii: "\""):
                offset += 1
                return String(decoding: content, as: UTF8.self)
            case UInt8(ascii: "\\"):
                offset += 1
                try escape(into: &content)
            // Bare control characters are forbidden but seen in the wild; reading on harms nobody.
            default:
                content.append(byte)
                offset += 1
            }
        }
        throw failure
    }

    private mutating func escape(into content: inout [UInt8]) throws(JSONFailure) {
        guard let byte = current else { throw failure }
        let plain: UInt8
        switch byte {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): plain = byte
        case UInt8(ascii: "b"): plain = 0x08
        case UInt8(ascii: "f"): plain = 0x0C
        case UInt8(ascii: "n"): plain = 0x0A
        case UInt8(ascii: "r"): plain = 0x0D
        case UInt8(ascii: "t"): plain = 0x09
        case UInt8(ascii: "u"):
            offset += 1
            content.append(contentsOf: Character(try unicodeEscape()).utf8)
            return
        default: throw failure
        }
        content.append(plain)
        offset += 1
    }

    /// The scalar of a `\u` escape or of a surrogate pair; half a pair stands for nothing and is
    /// replaced.
    private mutating func unicodeEscape() throws(JSONFailure) -> Unicode.Scalar {
        let first = try hexadecimal()
        if let scalar = Unicode.Scalar(first) { return scalar }
        let start = offset
        if first < 0xDC00, take(UInt8(ascii: "\\")), take(UInt8(ascii: "u")) {
            let second = try hexadecimal()
            if (0xDC00...0xDFFF).contains(second),
                let scalar = Unicode.Scalar(0x10000 + (first - 0xD800) << 10 + (second - 0xDC00))
            {
                return scalar
            }
        }
        offset = start
        return "\u{FFFD}"
    }

    private mutating func hexadecimal() throws(JSONFailure) -> UInt32 {
        var value: UInt32 = 0
        for _ in 0..<4 {
            guard let byte = current,
                let digit = Character(Unicode.Scalar(byte)).hexDigitValue
            else { throw failure }
            value = value << 4 | UInt32(digit)
            offset += 1
        }
        return value
    }
}
