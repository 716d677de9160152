/// An input that stands for several: what lies between lines that say `--8<--`.
struct Pieces {
    private static let divider = Array("\n--8<--\n".utf8)
    private let pieces: [[UInt8]]

    /// Takes an input apart.
    init(_ bytes: [UInt8]) {
        var pieces: [[UInt8]] = []
        var rest = bytes[...]
        while let range = rest.firstRange(of: Self.divider) {
            pieces.append(Array(rest[..<range.lowerBound]))
            rest = rest[range.upperBound...]
        }
        self.pieces = pieces + [Array(rest)]
    }

    /// The bytes of a piece, counted from 0; none where there are fewer.
    subscript(place: Int) -> [UInt8] { place < pieces.count ? pieces[place] : [] }

    /// A piece as text, invalid UTF-8 replaced.
    func text(_ place: Int) -> String { String(decoding: self[place], as: UTF8.self) }
}
