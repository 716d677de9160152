/// Finds what stands in a PEM block of a private key (RFC 7468, 2), whole or cut off.
enum PrivateKeyBlock {
    /// The places of the keys, without the lines around them.
    static func ranges(in bytes: [UInt8]) -> [Range<Int>] {
        let ends = bytes.places(of: "-----END ")
        return bytes.places(of: "PRIVATE KEY-----").compactMap { label in
            let start = label + 16
            // The label of the end looks the same; nothing secret stands behind it.
            let line = bytes[..<label].lastIndex { $0 == 0x0A } ?? -1
            guard bytes[(line + 1)..<label].containsBegin else { return nil }
            return start..<(ends.first { $0 >= start } ?? bytes.count)
        }
    }
}

extension ArraySlice<UInt8> {
    /// Whether the start of a block is announced here.
    fileprivate var containsBegin: Bool {
        Array(self).places(of: "-----BEGIN ").count > Array(self).places(of: "-----END ").count
    }
}
