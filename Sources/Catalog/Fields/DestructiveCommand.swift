/// Recognises remedies that destroy data, by their words or by their commands.
enum DestructiveCommand {
    /// Phrases that warn of a loss of data.
    private static let phrases = PhraseSet([
        "drops all data", "drop all data", "destroys data", "destroy data", "destroys all",
        "deletes", "delete all", "delete the volume", "wipes", "wipe the", "erases", "erase all",
        "data loss", "loses all", "lose all", "all data is lost", "all data will be lost",
        "irreversible", "cannot be undone", "can't be undone", "removes all data",
        "removes the volume",
    ])

    /// Whether a remedy destroys data.
    static func isDestructive(text: String, commands: [String]) -> Bool {
        phrases.isFound(in: text) || commands.contains { destroys($0) }
    }

    /// Whether a command line destroys data.
    static func destroys(_ command: String) -> Bool {
        let words = command.lowercased()
            .split { $0 == 0x20 || $0 == 0x0A || $0 == 0x09 || $0 == 0x28 || $0 == 0x3B }
            .map(\.trimmedQuotes)
        return words.indices.contains { index in
            destroys(words[index], followers: words[(index + 1)...].prefix(6))
        }
    }

    /// Whether a word with those behind it destroys data.
    private static func destroys(_ word: String, followers: ArraySlice<String>) -> Bool {
        let next = followers.first ?? ""
        switch word {
        case "down":
            return followers.contains { $0 == "-v" || $0 == "--volumes" }
        case "drop":
            return ["schema", "table", "database", "tablespace", "keyspace", "index"].contains(next)
        case "rm":
            return followers.contains { isRecursive($0) }
        case "reset":
            return followers.contains("--hard")
        case "clean":
            return followers.contains { $0.hasPrefix("-") && $0.contains("f") && $0.contains("d") }
        case "volume":
            return next == "rm" || next == "prune" || next == "remove"
        case "system", "image", "container", "builder", "network":
            return next == "prune"
        case "truncate", "flushall", "flushdb", "mkfs", "wipefs", "shred":
            return true
        case "delete":
            return next == "from" || followers.contains("--all")
                || ["pvc", "pv", "namespace", "ns", "crd"].contains(next)
        case "dd":
            return followers.contains { $0.hasPrefix("of=") }
        default:
            return word.hasPrefix("mkfs.")
        }
    }

    /// Whether an option of `rm` takes whole folders.
    private static func isRecursive(_ option: String) -> Bool {
        if option == "--recursive" { return true }
        guard option.hasPrefix("-"), !option.hasPrefix("--") else { return false }
        return option.contains("r")
    }
}

extension String {
    /// The word without quotes around it.
    fileprivate var trimmedQuotes: String {
        trimmed { byte in
            byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") || byte == UInt8(ascii: "`")
        }
    }
}
