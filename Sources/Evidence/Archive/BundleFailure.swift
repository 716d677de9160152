/// Why a bundle was not written, or could not be read.
public enum BundleFailure: Error, Sendable, Hashable {
    /// The file cannot stand where it is wanted.
    case unwritable(String, reason: String)
    /// A program that packs or unpacks did not do so.
    case program(String)
    /// A known secret would still stand in it.
    case secretLeft(token: String, path: String, line: Int)
    /// The run was interrupted.
    case interrupted
    /// It is no bundle, or one that has been changed.
    case unreadable(String, reason: String)

    /// The failure in a few words, for the reader.
    public var summary: String {
        switch self {
        case .unwritable(let path, let reason): "cannot write \(path): \(reason)"
        case .program(let reason): reason
        case .secretLeft(let token, let path, let line):
            "no bundle was kept: the secret \(token) still stood in line \(line) of \(path)"
        case .interrupted: "interrupted"
        case .unreadable(let path, let reason): "cannot read the bundle \(path): \(reason)"
        }
    }
}
