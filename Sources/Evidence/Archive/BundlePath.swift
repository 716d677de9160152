/// Names of files in a bundle: what any file system and any tar takes as it is.
public enum BundlePath {
    /// Longer names would not fit into the head of an archive (100 bytes with the folders).
    static let longestName = 60

    /// What a file is called of whose name nothing is left.
    static let unnamed = "unnamed"

    /// A file name made of any text: letters, digits, `.`, `_` and `-`, all else joined to `-`.
    public static func name(of text: some StringProtocol) -> String {
        var name = ""
        for scalar in text.unicodeScalars {
            if isPlain(scalar) {
                name.unicodeScalars.append(scalar)
            } else if name.last != "-" {
                name += "-"
            }
        }
        let trimmed = name.drop { $0 == "-" || $0 == "." }.prefix(longestName)
        let end = trimmed.lastIndex { $0 != "-" && $0 != "." }
        return end.map { String(trimmed[...$0]) } ?? unnamed
    }

    /// A path of such names.
    static func path(of text: String) -> String {
        text.split(separator: "/").map { name(of: $0) }.joined(separator: "/")
    }

    /// Whether a path of an archive stays below its folder and is written in plain signs.
    static func isSafe(_ path: String) -> Bool {
        let parts = path.split(separator: "/", omittingEmptySubsequences: false)
        return !parts.isEmpty
            && parts.allSatisfy { part in
                part != "." && part != ".." && !part.isEmpty && !part.hasPrefix("-")
                    && part.unicodeScalars.allSatisfy(isPlain)
            }
    }

    private static func isPlain(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "a"..."z", "A"..."Z", "0"..."9", ".", "_", "-": true
        default: false
        }
    }
}
