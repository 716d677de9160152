import Machine

/// The folder in which this program keeps what it must remember (XDG Base Directory Specification
/// 0.8: `$XDG_STATE_HOME`, by default `$HOME/.local/state`).
struct StateFolder: Sendable {
    /// The absolute path; `nil` where the environment names no home.
    let path: String?

    /// The folder by the environment; the specification has relative paths ignored.
    init(environment: [String: String]) {
        func absolute(_ name: String) -> String? {
            environment[name].flatMap { $0.hasPrefix("/") ? $0 : nil }
        }
        let state = absolute("XDG_STATE_HOME") ?? absolute("HOME").map { $0 + "/.local/state" }
        path = state.map { $0 + "/diagnose" }
    }

    /// The path of a file in it.
    ///
    /// - Parameter name: The name; characters that a file's name had better not have become `_`.
    func file(_ name: String) -> String? {
        let safe = name.unicodeScalars.map { scalar -> Character in
            let isPlain =
                scalar.isASCII
                && (scalar.properties.isAlphabetic || scalar.properties.numericType != nil
                    || "-_.+".unicodeScalars.contains(scalar))
            return isPlain ? Character(scalar) : "_"
        }
        // A name may be 255 bytes on most file systems.
        return path.map { $0 + "/" + String(safe.prefix(200)) }
    }
}
