extension String {
    /// The lines, none of which GitHub's runner takes for a command: it obeys `::name …::` at the
    /// start of a line of any program, blanks in front passed over (actions/runner,
    /// `ActionCommand.TryParseV2`).
    public var withoutWorkflowCommands: String {
        guard contains("::") else { return self }
        var isChanged = false
        let lines = split(separator: "\n", omittingEmptySubsequences: false).map { line in
            let start = line.unicodeScalars.drop { $0.properties.isWhitespace }
            guard start.starts(with: "::".unicodeScalars),
                start.dropFirst(2).first?.properties.isAlphabetic ?? false
            else { return line }
            isChanged = true
            return line[..<start.startIndex] + ": :" + Substring(start.dropFirst(2))
        }
        return isChanged ? lines.joined(separator: "\n") : self
    }

    /// The text with some signs replaced, whatever combines with them: a bar with an accent is a bar
    /// to those who read bytes.
    func replacing(_ replacements: [Unicode.Scalar: String]) -> String {
        var result = ""
        for scalar in unicodeScalars {
            if let replacement = replacements[scalar] {
                result += replacement
            } else {
                result.unicodeScalars.append(scalar)
            }
        }
        return result
    }
}
