import Catalog

extension Unicode.Scalar {
    /// Whether it joins or parts the signs around it, as scripts and pictures need it (The Unicode
    /// Standard, 23.2).
    fileprivate var isJoiner: Bool { value == 0x200C || value == 0x200D }
}

extension String {
    /// The text on one line; colour sequences are dropped, and whatever else would steer a terminal
    /// is made visible.
    public var printable: String {
        if utf8.allSatisfy({ $0 >= 0x20 && $0 < 0x7F && $0 != UInt8(ascii: "#") }) { return self }
        var result = String.UnicodeScalarView()
        var rest = unicodeScalars[...]
        while let scalar = rest.popFirst() {
            switch scalar {
            case let scalar where scalar.isJoiner && !Self.joins(result.last, rest.first):
                result.append("\u{FFFD}")
            case "\n", "\t": result.append(" ")
            case "\r": continue
            case "\u{1B}" where rest.first == "[": rest = Self.afterSequence(rest)
            case let scalar where scalar.isTerminalControl: result.append("\u{FFFD}")
            default: result.append(scalar)
            }
        }
        return ServiceMessageWatch.withoutMessages(result)
    }

    /// Whether a joiner between two signs does what it is for, which it never does in ASCII.
    private static func joins(_ left: Unicode.Scalar?, _ right: Unicode.Scalar?) -> Bool {
        guard let left, let right else { return false }
        return !left.isASCII && !right.isASCII
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
