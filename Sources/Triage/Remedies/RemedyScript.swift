/// What is given to `/bin/sh -c` to run a command of a remedy.
public enum RemedyScript {
    /// The script: both outputs in one, then what earlier commands prepared, then the command.
    ///
    /// Where a preparation fails the command is not run. All of it is a runbook's text, which the
    /// person has seen and agreed to, with harmless values in it.
    public static func text(of command: String, after preparations: [String]) -> String {
        // On a line of its own, for a comment may end the one before.
        let prepared = preparations.flatMap { [$0, "[ $? -eq 0 ] || exit"] }
        return (["exec 2>&1"] + prepared + [command]).joined(separator: "\n")
    }
}
