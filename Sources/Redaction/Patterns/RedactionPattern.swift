/// A pattern of the team for what must not be shown, such as `CUST-[0-9]{8}`.
///
/// It is a regular expression as `grep -E` and most languages know it: literal text, `.`, `[a-z]`,
/// `[^a]`, `\d \w \s \b` and their opposites, groups, `|`, `? * + {2,5}`. It is matched by following
/// all ways at once (Thompson, "Regular expression search algorithm", 1968), so that no pattern can
/// take more time than the text is long; back references and look-around are therefore not there.
public struct RedactionPattern: Sendable, Hashable {
    /// The pattern as written.
    public let text: String
    private let program: PatternProgram

    /// The fewest bytes that a pattern must ask for; a shorter match would hit every other word.
    public static let shortestMatch = 3

    /// Reads a pattern.
    ///
    /// - Throws: ``Malformed`` with what is wrong.
    public init(_ text: String) throws(Malformed) {
        self.text = text
        var parser = PatternParser(text)
        let node = try parser.parse()
        guard node.shortest >= Self.shortestMatch else {
            throw Malformed("it must ask for at least \(Self.shortestMatch) characters")
        }
        program = try PatternProgram(node)
    }

    /// What is wrong with a pattern.
    public struct Malformed: Error, Hashable, CustomStringConvertible {
        /// The complaint.
        public let description: String

        init(_ description: String) { self.description = description }
    }

    /// Patterns are equal that are written alike.
    public static func == (left: RedactionPattern, right: RedactionPattern) -> Bool {
        left.text == right.text
    }

    /// Hashes what is written.
    public func hash(into hasher: inout Hasher) { hasher.combine(text) }

    /// The places where it matches, from left to right, each as long as possible.
    func ranges(in bytes: [UInt8]) -> [Range<Int>] {
        var ranges: [Range<Int>] = []
        var threads = PatternThreads(program, bytes)
        var place = 0
        while let match = threads.match(from: place) {
            ranges.append(match)
            place = max(match.upperBound, place + 1)
        }
        return ranges
    }
}
