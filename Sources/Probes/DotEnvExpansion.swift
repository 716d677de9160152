/// Fills in `$NAME` and `${NAME…}` as compose-go's `template/template.go` does.
struct DotEnvExpansion {
    /// What counts first.
    let environment: [String: String]
    /// What earlier lines set.
    var earlier: [String: String] = [:]
    /// How many more bytes references may bring, so that lines that double each other stay small.
    private var remaining = 16 << 20

    /// How deep defaults may lie in each other.
    private static let deepestNesting = 32

    init(environment: [String: String]) { self.environment = environment }

    /// The text with its references filled in, and what was wrong with them.
    mutating func expand(_ bytes: [UInt8]) -> (value: String, problem: String?) {
        guard bytes.contains(UInt8(ascii: "$")) else {
            return (String(decoding: bytes, as: UTF8.self), nil)
        }
        var reader = Reader(bytes: bytes)
        let value = expand(&reader, depth: 0)
        return (String(decoding: value, as: UTF8.self), reader.problem)
    }

    /// A place in a value.
    private struct Reader {
        let bytes: [UInt8]
        var offset = 0
        var problem: String?

        var current: UInt8? { offset < bytes.count ? bytes[offset] : nil }

        mutating func take(_ byte: UInt8) -> Bool {
            guard current == byte else { return false }
            offset += 1
            return true
        }

        /// Reads a name: a letter or `_`, then letters, digits and `_`.
        mutating func name() -> String {
            let start = offset
            while let byte = current,
                (0x61...0x7A).contains(byte | 0x20) || byte == UInt8(ascii: "_")
                    || (offset > start && (0x30...0x39).contains(byte))
            { offset += 1 }
            return String(decoding: bytes[start..<offset], as: UTF8.self)
        }
    }

    /// Reads to the end, or to the brace that closes the default which this is.
    private mutating func expand(_ reader: inout Reader, depth: Int) -> [UInt8] {
        var output: [UInt8] = []
        while let byte = reader.current {
            if depth > 0, byte == UInt8(ascii: "}") { break }
            reader.offset += 1
            if byte != UInt8(ascii: "$") {
                output.append(byte)
            } else if reader.take(UInt8(ascii: "$")) {
                output.append(byte)
            } else if depth < Self.deepestNesting, reader.take(UInt8(ascii: "{")) {
                output += braced(&reader, depth: depth + 1)
            } else {
                let name = reader.name()
                output += name.isEmpty ? [byte] : bounded(value(of: name) ?? "", &reader)
            }
        }
        return output
    }

    private func value(of name: String) -> String? { environment[name] ?? earlier[name] }

    private mutating func bounded(_ value: String, _ reader: inout Reader) -> [UInt8] {
        guard value.utf8.count <= remaining else {
            reader.problem = "references that bring more than 16 MB"
            return []
        }
        remaining -= value.utf8.count
        return Array(value.utf8)
    }

    /// Reads behind `${`.
    private mutating func braced(_ reader: inout Reader, depth: Int) -> [UInt8] {
        let name = reader.name()
        let countsEmpty = reader.take(UInt8(ascii: ":"))
        let sign = reader.current
        if let sign, "-+?".utf8.contains(sign) { reader.offset += 1 }
        let word = expand(&reader, depth: depth)
        guard reader.take(UInt8(ascii: "}")), !name.isEmpty else {
            reader.problem = "a '${' that is no reference; write '$${'"
            return []
        }
        let value = value(of: name)
        let hasValue = value.map { !countsEmpty || !$0.isEmpty } ?? false
        switch sign {
        case UInt8(ascii: "-"): return hasValue ? bounded(value ?? "", &reader) : word
        case UInt8(ascii: "+"): return hasValue ? word : []
        case UInt8(ascii: "?"):
            if !hasValue { reader.problem = "a reference with '?' to a variable without a value" }
            return bounded(value ?? "", &reader)
        default:
            if countsEmpty || !word.isEmpty {
                reader.problem = "a '${' that is no reference; write '$${'"
            }
            return bounded(value ?? "", &reader)
        }
    }
}
