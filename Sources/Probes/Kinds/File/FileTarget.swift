import Machine

/// The file that a line is about, on this machine or in a container.
protocol FileTarget: Sendable {
    /// The path as the line names it.
    var path: String { get }

    /// What is known of it.
    func attributes() async throws(FileObstacle) -> FileAttributes

    /// Whether the user who looks may use it so.
    func access(
        _ use: FileUse, _ attributes: FileAttributes
    ) async throws(FileObstacle) -> FileAccess

    /// What stands in it.
    func content() async throws(FileObstacle) -> FileContent
}

/// What someone may do with a file.
enum FileUse: String, Sendable, Hashable {
    /// Read it.
    case readable
    /// Write to it.
    case writable
}

/// Whether someone may do it.
enum FileAccess: Sendable, Hashable {
    /// Yes.
    case granted
    /// No, and why.
    case denied(String)
}

/// Why something can't be told of a file.
enum FileObstacle: Error, Sendable, Hashable {
    /// Nothing stands there.
    case absent(String)
    /// What stands there is not what the line needs, or hangs.
    case unfit(String)
    /// The user who looks may not get that far.
    case denied(String)
    /// It could not be looked at.
    case unknown(String)

    /// What it means for a condition.
    var reading: Reading {
        switch self {
        case .absent(let reason), .unfit(let reason): .failed(reason)
        case .denied(let reason), .unknown(let reason): .unknown(reason)
        }
    }

    /// The reason in a few words.
    var summary: String {
        switch self {
        case .absent(let reason), .unfit(let reason), .denied(let reason), .unknown(let reason):
            reason
        }
    }
}

extension FileAttributes {
    /// `root (0)`, or the number alone where it has no name.
    var ownerText: String { ownerName.map { "\($0) (\(owner))" } ?? "\(owner)" }

    /// The permissions as `chmod` takes them: `0644`.
    var modeText: String {
        let octal = String(permissions, radix: 8)
        return String(repeating: "0", count: max(0, 4 - octal.count)) + octal
    }

    /// Whom it belongs to and who may use it, which is why someone may not.
    var ownership: String { "it belongs to \(ownerText) with mode \(modeText)" }
}
