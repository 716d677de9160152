/// The table, continued: regular expressions that never end.
extension HostileCase {
    private static func pattern(_ kind: String, _ line: String) -> HostileCase {
        HostileCase(
            name: "\(kind) with a pattern that never ends",
            script: """
                LONG=$(printf '%0100d' 0 | tr 0 a) && export LONG && echo "$LONG" >long
                exec "$DIAGNOSE" probe \(line) timeout=1s
                """,
            exitCode: 2, says: ["the pattern takes too long to look for"])
    }

    /// Patterns, each in a value of 100 letters.
    static let patterns = [
        pattern("env", "env LONG 'matches=(a*)*b'"),
        pattern("env same-match", "env LONG same-match=LONG 'pattern=(a*)*b'"),
        pattern("process", "process '(.*)*§'"),
        pattern("file contains", "file long 'contains~(a*)*b'"),
        pattern("file match", "file long match=b 'pattern=(a*)*b'"),
        pattern("file same-match", "file long same-match=long 'pattern=(a*)*b'"),
    ]
}
