/// A path's name in which `*` stands for anything, slashes too.
struct PathPattern: Sendable {
    private let parts: [[UInt8]]

    /// Reads a pattern.
    init(_ text: String) {
        parts = text.utf8.split(separator: UInt8(ascii: "*"), omittingEmptySubsequences: false)
            .map(Array.init)
    }

    /// Whether it stands for more than one name.
    var isOpen: Bool { parts.count > 1 }

    /// Whether it names nothing: `*`, `*/*`.
    var isAnything: Bool {
        isOpen && parts.joined().allSatisfy { $0 == UInt8(ascii: "/") }
    }

    /// Whether the name fits; each part is taken at its first place, so that the time is bounded
    /// by the product of both lengths.
    func matches(_ name: String) -> Bool {
        var rest = Array(name.utf8)[...]
        guard let first = parts.first, rest.starts(with: first) else { return false }
        guard isOpen, let last = parts.last else { return rest.count == first.count }
        rest = rest.dropFirst(first.count)
        for part in parts.dropFirst().dropLast() {
            guard let place = Self.place(of: part, in: rest) else { return false }
            rest = rest[(place + part.count)...]
        }
        return rest.count >= last.count && rest.suffix(last.count).elementsEqual(last)
    }

    private static func place(of part: [UInt8], in name: ArraySlice<UInt8>) -> Int? {
        // An empty part, as in `a**b`, fits at the end of a name too.
        (name.startIndex...name.endIndex).first { name[$0...].starts(with: part) }
    }
}
