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

    /// The fewest bytes it matches.
    var shortest: Int {
        switch self {
        case .bytes: 1
        case .boundary, .lineStart, .lineEnd: 0
        case .sequence(let parts): parts.reduce(0) { $0 + $1.shortest }
        case .choice(let parts): parts.map(\.shortest).min() ?? 0
        case .repeated(let part, let least, _): part.shortest * least
        }
    }
}
