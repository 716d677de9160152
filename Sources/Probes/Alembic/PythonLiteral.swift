/// Reads the assignments of plain values at the left edge of a Python file, without running it.
///
/// This is the part of the language that alembic's template writes and people edit by hand:
/// `None`, texts in any quotes, tuples, lists and sets of texts, an annotation in front (The Python
/// Language Reference, 2.4.1 and 7.2).
struct PythonLiteral {
    /// What a name was given.
    enum Value: Hashable {
        /// `None`
        case none
        /// A text.
        case text(String)
        /// Several texts.
        case texts([String])
        /// Something that only Python can tell.
        case other

        /// The texts; `nil` where only Python can tell.
        var texts: [String]? {
            switch self {
            case .none: []
            case .text(let text): text.isEmpty ? [] : [text]
            case .texts(let texts): texts
            case .other: nil
            }
        }
    }

    private var bytes: [UInt8]
    private var index = 0

    private init(_ text: some StringProtocol) { bytes = Array(text.utf8) }

    /// The last values given to the wanted names at the top level of the file.
    static func assignments(of names: Set<String>, in text: String) -> [String: Value] {
        var reader = PythonLiteral(text)
        var values: [String: Value] = [:]
        while reader.index < reader.bytes.count {
            if let name = reader.readName(), names.contains(name), reader.skipToValue() {
                values[name] = reader.readValue()
            }
            reader.skipStatement()
        }
        return values
    }

    /// The texts of one value, such as the right side of a TOML key.
    static func texts(of value: String) -> [String]? {
        var reader = PythonLiteral(value)
        return reader.readValue().texts
    }

    // MARK: Statements

    private var current: UInt8? { index < bytes.count ? bytes[index] : nil }

    /// The name at the left edge; what is indented belongs to something else.
    private mutating func readName() -> String? {
        let start = index
        while let byte = current, Self.isNameByte(byte) { index += 1 }
        return index > start ? String(decoding: bytes[start..<index], as: UTF8.self) : nil
    }

    /// Steps over an annotation to the value behind `=`; no where the statement assigns nothing.
    private mutating func skipToValue() -> Bool {
        skipBlanks()
        var depth = 0
        while let byte = current {
            switch byte {
            case UInt8(ascii: "="):
                index += 1
                if depth > 0 { continue }
                return current != UInt8(ascii: "=")
            case UInt8(ascii: "["), UInt8(ascii: "("): depth += 1
            case UInt8(ascii: "]"), UInt8(ascii: ")"): depth -= 1
            case UInt8(ascii: "\n") where depth <= 0, UInt8(ascii: "#") where depth <= 0:
                return false
            case UInt8(ascii: "\""), UInt8(ascii: "'"):
                _ = readString()
                continue
            default: break
            }
            index += 1
        }
        return false
    }

    /// Steps to the start of the next logical line: behind strings, brackets and escaped newlines.
    private mutating func skipStatement() {
        var depth = 0
        while let byte = current {
            switch byte {
            case UInt8(ascii: "\n"):
                index += 1
                if depth <= 0 { return }
                continue
            case UInt8(ascii: "#"):
                skipComment()
                continue
            case UInt8(ascii: "\""), UInt8(ascii: "'"):
                _ = readString()
                continue
            case UInt8(ascii: "["), UInt8(ascii: "("), UInt8(ascii: "{"): depth += 1
            case UInt8(ascii: "]"), UInt8(ascii: ")"), UInt8(ascii: "}"): depth -= 1
            case UInt8(ascii: "\\"): index += 1
            default: break
            }
            index += 1
        }
    }

    // MARK: Values

    /// Reads a value up to the end of its line; brackets around it may span lines.
    private mutating func readValue() -> Value {
        var parts = Parts()
        var closers: [UInt8] = []
        while let byte = current {
            switch byte {
            case UInt8(ascii: "\""), UInt8(ascii: "'"):
                parts.add(readString())
                continue
            case UInt8(ascii: "("), UInt8(ascii: "["), UInt8(ascii: "{"):
                closers.append(byte == UInt8(ascii: "(") ? UInt8(ascii: ")") : byte + 2)
                // Round brackets alone make no tuple.
                if byte != UInt8(ascii: "(") { parts.isSequence = true }
            case UInt8(ascii: ")"), UInt8(ascii: "]"), UInt8(ascii: "}"):
                guard closers.popLast() == byte else { return .other }
                if parts.texts.isEmpty { parts.isSequence = true }
            case UInt8(ascii: ","): parts.endElement()
            case UInt8(ascii: "\n") where closers.isEmpty: return parts.value
            case UInt8(ascii: "#"):
                skipComment()
                continue
            case UInt8(ascii: "\\"): index += 1
            case UInt8(ascii: "\n"), 0x20, 0x09, 0x0D: break
            case _ where readWord("None"):
                parts.isNothing = true
                continue
            case _ where isPrefixOfString: break
            default: return .other
            }
            index += 1
        }
        return parts.value
    }

    /// What a value was found to hold so far.
    private struct Parts {
        var texts: [String] = []
        var isSequence = false
        var isNothing = false
        private var isWithinElement = false

        /// Takes in a text; texts that stand side by side are one.
        mutating func add(_ text: String) {
            if isWithinElement, !texts.isEmpty {
                texts[texts.count - 1] += text
            } else {
                texts.append(text)
            }
            isWithinElement = true
        }

        /// Takes in a comma.
        mutating func endElement() {
            isSequence = true
            isWithinElement = false
        }

        var value: Value {
            if isNothing { return texts.isEmpty ? .none : .other }
            guard let first = texts.first else { return isSequence ? .texts([]) : .none }
            return isSequence ? .texts(texts) : .text(first)
        }
    }

    /// Whether one of the letters that may stand in front of a quote does.
    private var isPrefixOfString: Bool {
        guard let byte = current, "rRuU".utf8.contains(byte), index + 1 < bytes.count
        else { return false }
        return bytes[index + 1] == UInt8(ascii: "\"") || bytes[index + 1] == UInt8(ascii: "'")
    }

    private mutating func readWord(_ word: String) -> Bool {
        guard bytes[index...].starts(with: word.utf8) else { return false }
        let end = index + word.utf8.count
        if end < bytes.count, Self.isNameByte(bytes[end]) { return false }
        index = end
        return true
    }

    /// Reads a text in one or three quotes; one that is not closed ends with its line or the file.
    private mutating func readString() -> String {
        let quote = bytes[index]
        let isLong =
            index + 2 < bytes.count && bytes[index + 1] == quote && bytes[index + 2] == quote
        index += isLong ? 3 : 1
        var content: [UInt8] = []
        while let byte = current {
            if byte == UInt8(ascii: "\\"), index + 1 < bytes.count {
                index += 1
                if bytes[index] != UInt8(ascii: "\n") { content.append(bytes[index]) }
            } else if byte == quote, !isLong || bytes[index...].starts(with: [quote, quote, quote])
            {
                index += isLong ? 3 : 1
                break
            } else if byte == UInt8(ascii: "\n"), !isLong {
                break
            } else {
                content.append(byte)
            }
            index += 1
        }
        return String(decoding: content, as: UTF8.self)
    }

    private mutating func skipComment() {
        while let byte = current, byte != UInt8(ascii: "\n") { index += 1 }
    }

    private mutating func skipBlanks() {
        while let byte = current, byte == 0x20 || byte == 0x09 { index += 1 }
    }

    private static func isNameByte(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"):
            true
        default: byte >= 0x80
        }
    }
}
