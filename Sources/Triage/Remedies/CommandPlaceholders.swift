/// Finds what in a command is still to be filled in by somebody.
enum CommandPlaceholders {
    /// The most bytes of a placeholder's name.
    private static let longestName = 60

    /// The `<name>`, `{name}` and `${NAME}` of a command as written, each once, and `…`.
    ///
    /// A `${NAME}` that the environment knows is left to the shell. Braces may be a program's own
    /// (`awk '{print}'`); such a command is taken for one with a placeholder, for running it with a
    /// hole in it would be worse than leaving it to the person.
    static func unfilled(in command: String, environment: [String: String]) -> [String] {
        let bytes = Array(command.utf8)
        var found: [String] = command.contains("…") ? ["…"] : []
        for index in bytes.indices {
            guard let end = end(ofPlaceholderAt: index, in: bytes) else { continue }
            let isVariable = index > 0 && bytes[index - 1] == UInt8(ascii: "$")
            let start = isVariable ? index - 1 : index
            let written = String(decoding: bytes[start...end], as: UTF8.self)
            let name = String(decoding: bytes[(index + 1)..<end], as: UTF8.self)
            if isVariable, environment[name] != nil || found.contains(written) { continue }
            if !found.contains(written) { found.append(written) }
        }
        return found
    }

    /// The place of the bracket that closes a placeholder.
    private static func end(ofPlaceholderAt index: Int, in bytes: [UInt8]) -> Int? {
        let isAngle = bytes[index] == UInt8(ascii: "<")
        guard isAngle || bytes[index] == UInt8(ascii: "{") else { return nil }
        // `<<EOF` and `{{.State}}` are no placeholders.
        if index > 0, bytes[index - 1] == bytes[index] { return nil }
        let closing = isAngle ? UInt8(ascii: ">") : UInt8(ascii: "}")
        let name = bytes[(index + 1)...].prefix(longestName).prefix { byte in
            isLetterOrDigit(byte) || byte >= 0x80 || "_-".utf8.contains(byte)
                || (isAngle && " .:/|'".utf8.contains(byte))
        }
        // `< in.txt >` is two redirections.
        guard let first = name.first, first != 0x20, name.last != 0x20, first != UInt8(ascii: "/"),
            name.endIndex < bytes.count, bytes[name.endIndex] == closing
        else { return nil }
        return name.endIndex
    }

    private static func isLetterOrDigit(_ byte: UInt8) -> Bool {
        (0x61...0x7A).contains(byte | 0x20) || (0x30...0x39).contains(byte)
    }
}
