/// Makes outside text fit to be shown: no escape sequences, no control characters, bounded lines.
enum PlainText {
    /// The most characters of a line that are kept where it may still hold secrets, for a redactor
    /// does not know half a secret.
    static let longestLine = 8192
    /// The most characters of a line that are kept where secrets are gone.
    static let shownLine = 300

    /// The lines of a text, the last ones where there are more than wanted.
    static func lines(of text: String, last count: Int) -> [String] {
        text.split(whereSeparator: \.isNewline).suffix(count).map { line(of: $0) }
            .filter { !$0.isEmpty }
    }

    /// One line without escape sequences, control and direction characters, and trimmed.
    static func line(of text: some StringProtocol, limit: Int = longestLine) -> String {
        var kept = String.UnicodeScalarView()
        var count = 0
        var escape = Escape.none
        for scalar in text.unicodeScalars {
            if escape.consumes(scalar) { continue }
            if scalar == "\t" { kept.append(" ") } else if !isHidden(scalar) { kept.append(scalar) }
            count += 1
            if count >= limit {
                kept.append("…")
                break
            }
        }
        return String(String(kept).trimmingPrefix { $0.isWhitespace })
            .trimmedAtEnd
    }

    private static func isHidden(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate: true
        default: false
        }
    }

    /// Where in an escape sequence the text is (ECMA-48, 5.4 and 5.6).
    private enum Escape {
        case none
        case begun
        /// Parameters up to a final byte: `ESC [ 31 m`.
        case control
        /// Text up to BEL or `ESC \`: `ESC ] 0 ; title BEL`.
        case string

        mutating func consumes(_ scalar: Unicode.Scalar) -> Bool {
            switch (self, scalar.value) {
            case (.string, 0x07): self = .none
            case (_, 0x1B): self = .begun
            case (.none, 0x9B): self = .control
            case (.none, _): return false
            case (.begun, UInt32(UInt8(ascii: "["))): self = .control
            case (.begun, UInt32(UInt8(ascii: "]"))), (.begun, UInt32(UInt8(ascii: "P"))):
                self = .string
            case (.begun, _): self = .none
            case (.control, 0x40...0x7E): self = .none
            case (.control, _), (.string, _): break
            }
            return true
        }
    }
}

extension String {
    fileprivate var trimmedAtEnd: String {
        var text = self[...]
        while let last = text.last, last.isWhitespace { text.removeLast() }
        return String(text)
    }
}
