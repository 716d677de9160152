extension ProbeLine {
    /// Makes a line of the words that the user's shell already split, as `diagnose probe` gets them.
    ///
    /// - Throws: ``ProbeLineError`` with a column in the line put together again from the words.
    public init(words: [String]) throws(ProbeLineError) {
        var column = 1
        var split: [ShellWords.Word] = []
        var quoted: [String] = []
        for word in words {
            let written = ShellWords.quoted(word)
            let isQuoted = written.unicodeScalars.count != word.unicodeScalars.count
            split.append(ShellWords.Word(text: word, column: column, isQuoted: isQuoted))
            quoted.append(written)
            column += written.unicodeScalars.count + 1
        }
        self = try ProbeLineParser.makeLine(
            of: split, text: quoted.joined(separator: " "), reason: nil,
            at: .commandLine, origin: 0)
    }
}
