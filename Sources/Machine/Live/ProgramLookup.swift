import Foundation

/// Finds the file that a program's name means, so that "not installed" and "may not be executed"
/// are told apart, which the platform's own launch does not do.
struct ProgramLookup {
    /// The folders to look in, as `PATH` writes them.
    let searchPath: String
    /// The absolute folder that relative paths are read from.
    let directory: String

    /// Where nothing sets `PATH`; glibc's own default (`confstr(_CS_PATH)`) and the usual third.
    static let defaultSearchPath = "/usr/local/bin:/usr/bin:/bin"

    /// The absolute path of the program's file.
    ///
    /// - Throws: ``CommandFailure/notFound(_:)``, or ``CommandFailure/notStarted(_:reason:)`` where
    ///   a file of that name is there but may not be executed.
    func path(of program: String) throws(CommandFailure) -> String {
        guard !program.isEmpty, !program.utf8.contains(0) else { throw .notFound(program) }
        var reason: String?
        for candidate in candidates(for: program) {
            switch look(at: candidate) {
            case .executable: return candidate
            case .unusable(let why): reason = reason ?? why
            case .absent: continue
            }
        }
        if let reason { throw .notStarted(program, reason: reason) }
        throw .notFound(program)
    }

    private enum Finding {
        case executable
        case unusable(String)
        case absent
    }

    private func candidates(for program: String) -> [String] {
        if program.utf8.contains(UInt8(ascii: "/")) { return [absolute(program)] }
        // An empty part of PATH means the current folder (POSIX, Environment Variables, 8.3).
        let folders = searchPath.split(separator: ":", omittingEmptySubsequences: false)
        return folders.map { absolute($0.isEmpty ? program : "\($0)/\(program)") }
    }

    private func absolute(_ path: String) -> String {
        path.hasPrefix("/") ? path : directory + "/" + path
    }

    private func look(at path: String) -> Finding {
        var status = stat()
        guard stat(path, &status) == 0 else {
            return errno == EACCES ? .unusable("permission denied") : .absent
        }
        switch status.st_mode & S_IFMT {
        case S_IFREG:
            return access(path, X_OK) == 0 ? .executable : .unusable("the file is not executable")
        case S_IFDIR:
            // A folder in PATH that has the program's name hides nothing; a path to one is wrong.
            return .absent
        default: return .unusable("not a regular file")
        }
    }
}
