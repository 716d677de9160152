/// A regular expression as a tree.
indirect enum PatternNode {
    /// One byte of a set.
    case bytes(Set<UInt8>)
    /// A place between a word and what is none, or not.
    case boundary(isWanted: Bool)
    /// The start or the end of a line.
    case lineStart
    case lineEnd
    case sequence([PatternNode])
    case choice([PatternNode])
    /// So many times, without end for `nil`.
    case repeated(PatternNode, least: Int, most: Int?)

    /// The fewest bytes it matches; repeats of repeats may be more than any number, so that it ends
    /// at ``most``.
    var shortest: Int {
        switch self {
        case .bytes: 1
        case .boundary, .lineStart, .lineEnd: 0
        case .sequence(let parts): parts.reduce(0) { min(Self.most, $0 + $1.shortest) }
        case .choice(let parts): parts.map(\.shortest).min() ?? 0
        case .repeated(let part, let least, _): min(Self.most, part.shortest * least)
        }
    }

    /// Longer than every text; small enough to be taken as often as a pattern can say.
    private static let most = 1 << 40
}
