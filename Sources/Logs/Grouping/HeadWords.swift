/// Tells words of a line's head by their form.
enum HeadWords {
    private static let around: ByteSet = "[]()<>|:,*\"'"
    private static let behindNumber: ByteSet = ",;:"
    private static let identifierMarks: ByteSet = ".[_($/@0123456789"

    /// Whether a word is `-`, `--` or `::`.
    static func isDash(_ line: UnsafeBufferPointer<UInt8>, _ word: Range<Int>) -> Bool {
        word.count <= 2
            && (word.allSatisfy { line[$0] == UInt8(ascii: "-") }
                || word.count == 2 && word.allSatisfy { line[$0] == UInt8(ascii: ":") })
    }

    /// Whether a word is digits, but for a sign in front and one behind.
    static func isNumber(_ line: UnsafeBufferPointer<UInt8>, _ word: Range<Int>) -> Bool {
        var digits = word
        if let first = digits.first, line[first] == UInt8(ascii: "-") { digits.removeFirst() }
        if let last = digits.last, behindNumber.contains(line[last]) { digits.removeLast() }
        return !digits.isEmpty && digits.allSatisfy { line[$0].isDigit }
    }

    /// Whether a word, without the signs around it, names a level.
    ///
    /// - Parameter mustBeMarked: Whether only words in capitals or with one in front count, for
    ///   others stand in sentences too.
    static func isLevel(
        _ line: UnsafeBufferPointer<UInt8>, _ word: Range<Int>, mustBeMarked: Bool
    ) -> Bool {
        var core = word
        while let first = core.first, around.contains(line[first]) { core.removeFirst() }
        while let last = core.last, around.contains(line[last]) { core.removeLast() }
        // `[core:error]` names a module too; `ERROR:root:text` is more than a level.
        if !mustBeMarked, let colon = core.last(where: { line[$0] == UInt8(ascii: ":") }) {
            core = colon + 1..<core.upperBound
        }
        if core.count == 1, let letter = core.first {
            return word.count == 1 && LogLevel(letter: line[letter]) != nil
        }
        guard (3...13).contains(core.count), let first = core.first else { return false }
        if mustBeMarked {
            guard line[first].isCapital else { return false }
            let second = line[first + 1].isCapital
            guard
                core.dropFirst().allSatisfy({ line[$0].isCapital == second || !line[$0].isLetter })
            else { return false }
        }
        return LogLevel(bytes: UnsafeBufferPointer(rebasing: line[core])) != nil
    }

    /// Whether a name has signs, digits or capitals inside, as no word of a sentence has.
    static func isIdentifier(_ line: UnsafeBufferPointer<UInt8>, _ word: Range<Int>) -> Bool {
        word.dropFirst().contains { identifierMarks.contains(line[$0]) || line[$0].isCapital }
    }
}
