import Catalog

/// Finds one literal text, compared byte by byte, in linear time.
///
/// The C library looks for its first byte; from there on it is Knuth, Morris and Pratt's algorithm.
public struct LiteralFinder: Sendable, Hashable {
    /// The text.
    public let text: [UInt8]
    private let table: [Int]

    /// Prepares the search; an empty text is found everywhere.
    public init(_ text: String) {
        self.text = Array(text.utf8)
        table = ByteSearch.failureTable(of: self.text)
    }

    /// Whether a line has the text.
    public func isFound(in line: ArraySlice<UInt8>) -> Bool {
        line.withUnsafeBufferPointer { isFound(in: $0) }
    }

    private func isFound(in line: UnsafeBufferPointer<UInt8>) -> Bool {
        guard let first = text.first else { return true }
        var matched = 0
        var index = 0
        while line.count - index >= text.count - matched {
            if matched == 0 {
                guard let start = line.offset(of: first, in: index..<line.count) else {
                    return false
                }
                index = start
            }
            while index < line.count {
                while matched > 0, line[index] != text[matched] { matched = table[matched - 1] }
                if line[index] == text[matched] { matched += 1 }
                index += 1
                if matched == text.count { return true }
                if matched == 0 { break }
            }
        }
        return false
    }
}
