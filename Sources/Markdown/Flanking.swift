/// Whether a delimiter run clings to the text behind or in front of it (CommonMark 0.31.2, 6.2).
struct Flanking {
    /// Whether text follows it directly.
    let isLeft: Bool
    /// Whether text stands directly in front of it.
    let isRight: Bool
    /// Whether it may open emphasis that must not start within a word.
    let opensWord: Bool
    /// Whether it may close emphasis that must not end within a word.
    let closesWord: Bool

    /// Looks at the characters around a run.
    init(of run: Range<Int>, in text: ByteText) {
        let before = Neighbour(text.scalar(before: run.lowerBound))
        let after = Neighbour(text.scalar(at: run.upperBound))
        isLeft = after != .space && (after != .punctuation || before != .text)
        isRight = before != .space && (before != .punctuation || after != .text)
        opensWord = isLeft && (!isRight || before == .punctuation)
        closesWord = isRight && (!isLeft || after == .punctuation)
    }
}

/// What a character counts as beside a delimiter run.
private enum Neighbour {
    case space
    case punctuation
    case text

    /// The start and the end of a text count as space.
    init(_ scalar: Unicode.Scalar?) {
        guard let scalar else {
            self = .space
            return
        }
        if scalar.isASCII {
            let byte = UInt8(truncatingIfNeeded: scalar.value)
            self = byte.isWhitespace ? .space : byte.isPunctuation ? .punctuation : .text
            return
        }
        switch scalar.properties.generalCategory {
        case .spaceSeparator:
            self = .space
        case .connectorPunctuation, .dashPunctuation, .openPunctuation, .closePunctuation,
            .initialPunctuation, .finalPunctuation, .otherPunctuation, .mathSymbol,
            .currencySymbol, .modifierSymbol, .otherSymbol:
            self = .punctuation
        default:
            self = .text
        }
    }
}

extension ByteText {
    /// The character that starts at an index.
    fileprivate func scalar(at index: Int) -> Unicode.Scalar? {
        guard index < count else { return nil }
        if self[index] < 0x80 { return Unicode.Scalar(self[index]) }
        return String(decoding: self[index..<index + 4], as: UTF8.self).unicodeScalars.first
    }

    /// The character that ends before an index.
    fileprivate func scalar(before index: Int) -> Unicode.Scalar? {
        guard index > 0 else { return nil }
        var start = index - 1
        // Continuation bytes are 10xxxxxx.
        while start > 0, index - start < 4, self[start] & 0xC0 == 0x80 { start -= 1 }
        return scalar(at: start)
    }
}
