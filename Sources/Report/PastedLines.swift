extension String {
    /// The lines of a command as they are shown to be pasted, those in between that are empty too.
    ///
    /// No tab is ever shown. A here-document of `<<-` does without those that its lines begin with
    /// (POSIX.1-2024, Shell Command Language, 2.7.4); blanks in their place would hide its end.
    var pastedLines: [String] {
        let losesTabs = contains("<<-")
        return split(separator: "\n", omittingEmptySubsequences: false).map { line in
            String(losesTabs ? line.drop { $0 == "\t" } : line)
        }
    }
}
