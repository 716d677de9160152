import Catalog

extension String {
    /// The text on one line; colour sequences are dropped, and whatever else would steer a terminal
    /// is made visible.
    public var printable: String {
        if utf8.allSatisfy({ $0 >= 0x20 && $0 < 0x7F }) { return self }
        var result = String.UnicodeScalarView()
        var rest = unicodeScalars[...]
        while let scalar = rest.popFirst() {
            switch scalar {
            case "\n", "\t": result.append(" ")
            case "\r": continue
            case "\u{1B}" where rest.first == "[": rest = Self.afterSequence(rest)
            case let scalar where scalar.isTerminalControl: result.append("\u{FFFD}")
            default: result.append(scalar)
            }
        }
        return String(result)
    }

    /// What stands behind a control sequence: parameters, then one final byte (ECMA-48, 5.4).
    private static func afterSequence(
        _ text: Substring.UnicodeScalarView
    ) -> Substring.UnicodeScalarView {
        let parameters = text.dropFirst().drop { (0x20...0x3F).contains($0.value) }
        let isWhole = parameters.first.map { (0x40...0x7E).contains($0.value) } ?? false
        return isWhole ? parameters.dropFirst() : parameters
    }
}
