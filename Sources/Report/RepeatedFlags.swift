extension String {
    /// The command with flags that it must say again to look at the same system, quoted already.
    func repeating(_ flags: [String]) -> String { self + flags.map { " " + $0 }.joined() }
}

extension [String] {
    /// Of flags to say again, those that say which runbooks are read: commands that look at nothing,
    /// such as `show`, know no others.
    var namingRunbooks: [String] {
        filter { $0 == "--no-embedded" || $0.hasPrefix("--runbooks ") }
    }
}
