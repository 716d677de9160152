/// A component's name as it fits into its box: in one line or two, its middle left out where it is
/// longer.
enum GraphLabel {
    /// How many columns of a fixed-width font fit into a line.
    static let columns = 21

    /// The lines.
    static func lines(of name: String) -> [String] {
        let characters = Array(name.printable)
        if width(characters[...]) <= columns { return [String(characters)] }
        let first = start(of: characters[...], in: columns)
        let rest = characters[first.count...]
        if width(rest) <= columns { return [String(first), String(rest)] }
        let end = start(of: rest.reversed()[...], in: columns - 1).reversed()
        return [String(first), "…" + String(end)]
    }

    /// The first characters that fit.
    private static func start(
        of characters: ArraySlice<Character>, in columns: Int
    ) -> ArraySlice<Character> {
        var used = 0
        return characters.prefix { character in
            used += width(of: character)
            return used <= columns
        }
    }

    private static func width(_ characters: ArraySlice<Character>) -> Int {
        characters.reduce(0) { $0 + width(of: $1) }
    }

    /// Two columns for what lies behind the alphabets, as ideographs and pictures take (UAX #11, in
    /// short).
    private static func width(of character: Character) -> Int {
        (character.unicodeScalars.first?.value ?? 0) >= 0x1100 ? 2 : 1
    }
}
