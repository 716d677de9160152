/// Reads what `env` printed in a container.
enum ContainerEnvironment {
    /// Takes the output of `env -0` apart.
    static func values(zeroSeparated bytes: [UInt8]) -> [String: String] {
        let pairs = bytes.split(separator: 0).compactMap { pair($0) }
        return Dictionary(pairs, uniquingKeysWith: { first, _ in first })
    }

    /// Takes the output of `env` apart; a line that starts no variable belongs to the one before.
    static func values(lines bytes: [UInt8]) -> [String: String] {
        var variables: [(name: String, value: [UInt8])] = []
        for line in bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
            if let equal = nameEnd(of: line) {
                let name = String(decoding: line[..<equal], as: UTF8.self)
                variables.append((name, Array(line[(equal + 1)...])))
            } else if !variables.isEmpty {
                variables[variables.count - 1].value += [UInt8(ascii: "\n")] + line
            }
        }
        // The line feed that ends the output belongs to no value.
        if bytes.last == UInt8(ascii: "\n"), !variables.isEmpty {
            variables[variables.count - 1].value.removeLast()
        }
        return Dictionary(
            variables.map { ($0.name, String(decoding: $0.value, as: UTF8.self)) },
            uniquingKeysWith: { first, _ in first })
    }

    private static func pair(_ bytes: ArraySlice<UInt8>) -> (String, String)? {
        guard let equal = bytes.firstIndex(of: UInt8(ascii: "=")) else { return nil }
        return (
            String(decoding: bytes[..<equal], as: UTF8.self),
            String(decoding: bytes[(equal + 1)...], as: UTF8.self)
        )
    }

    /// Where the `=` behind a variable's name stands (POSIX.1-2024, Base Definitions, 8.1).
    private static func nameEnd(of line: ArraySlice<UInt8>) -> Int? {
        guard let equal = line.firstIndex(of: UInt8(ascii: "=")), equal > line.startIndex,
            let first = line.first, !(0x30...0x39).contains(first)
        else { return nil }
        let isName = line[..<equal].allSatisfy { byte in
            (0x61...0x7A).contains(byte | 0x20) || (0x30...0x39).contains(byte)
                || "_.-".utf8.contains(byte)
        }
        return isName ? equal : nil
    }
}
