import Catalog

/// How text reports look on the place they go to.
public struct TextStyle: Sendable {
    /// Whether colours may be used.
    public var usesColor: Bool
    /// How many columns a line may take; commands may take more, since a broken one can't be pasted.
    public var width: Int
    /// Makes places links where the terminal shows them.
    public var links: PlaceLinks?

    /// The width where nothing tells one, and the widest that is used for running text.
    public static let defaultWidth = 80
    /// The narrowest width that text is laid out for.
    public static let leastWidth = 30
    private static let greatestWidth = 100

    /// Makes a style.
    public init(usesColor: Bool = false, width: Int = defaultWidth, links: PlaceLinks? = nil) {
        self.links = links
        self.usesColor = usesColor
        self.width = min(max(width, Self.leastWidth), Self.greatestWidth)
    }

    /// What a piece of text means.
    enum Meaning {
        case good, bad, unclear, heading, command, quiet, emphasis

        /// The SGR parameters (ECMA-48, 8.3.117) that show it.
        var parameters: String {
            switch self {
            case .good: "32"
            case .bad: "1;31"
            case .unclear: "33"
            case .heading: "1"
            case .command: "36"
            case .quiet: "2"
            case .emphasis: "1"
            }
        }
    }

    /// The text as a link to a place where links may be used.
    func link(_ text: String, to place: SourceLocation?) -> String {
        guard let place, let links, !text.isEmpty else { return text }
        return links.link(text, to: place)
    }

    /// The text coloured by its meaning where colours may be used.
    func show(_ text: String, as meaning: Meaning) -> String {
        usesColor && !text.isEmpty ? "\u{1B}[\(meaning.parameters)m\(text)\u{1B}[0m" : text
    }
}
