extension Fix {
    /// Whether it destroys data as it stands now: by what was known when it was read, by its words,
    /// or by one of its commands, whose placeholders may have been filled since.
    public var destroysData: Bool {
        isDestructive || DestructiveCommand.isDestructive(text: text, commands: commands)
    }
}
