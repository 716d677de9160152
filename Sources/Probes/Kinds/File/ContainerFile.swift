import Foundation
import Machine

/// A file in the container of a service, seen by the user that the container runs as.
///
/// It is looked at with `stat`, `test`, `head`, `id`, `readlink` and `cat` as GNU coreutils 9.1 and
/// busybox 1.35 have them.
struct ContainerFile: FileTarget {
    let path: String
    private let programs: ServicePrograms

    /// Prepares looks at a path, relative to the container's own working directory.
    init(_ path: String, programs: ServicePrograms) {
        self.path = path
        self.programs = programs
    }

    private var service: String { programs.service }

    func attributes() async throws(FileObstacle) -> FileAttributes {
        let answer = try await run(["stat", "-L", "-c", "%f %s %u %Y %U", "--", path])
        if answer.exitCode == 0 {
            guard let attributes = Self.attributes(of: answer.text) else {
                throw .unknown("`stat` of \(service) can't tell what is at \(path)")
            }
            return attributes
        }
        if answer.complaint.contains("Permission denied") {
            throw .denied("the user of \(service) may not get to \(path)")
        }
        // The words for what is not there differ; the exit code of `test` does not.
        let existence = try await run(["test", "-e", path])
        if existence.exitCode == 1, existence.complaint.isEmpty {
            throw .absent("\(path) does not exist in \(service)")
        }
        throw .unknown("`stat` of \(service) can't tell: \(answer.complaint)")
    }

    func access(
        _ use: FileUse, _ attributes: FileAttributes
    ) async throws(FileObstacle) -> FileAccess {
        let answer = try await run(["test", use == .readable ? "-r" : "-w", path])
        guard answer.exitCode == 0 || answer.exitCode == 1 && answer.complaint.isEmpty else {
            throw .unknown("`test` of \(service) can't tell: \(answer.complaint)")
        }
        if answer.exitCode == 1 { return .denied(try await reason(attributes)) }
        let isReadOnly = use == .writable ? try await isOnReadOnlyMount() : false
        return isReadOnly ? .denied("it is mounted read-only") : .granted
    }

    func content() async throws(FileObstacle) -> FileContent {
        let answer = try await run(["head", "-c", "\(FileContent.limit + 1)", "--", path])
        guard answer.exitCode == 0 else {
            throw .unknown("\(path) can't be read in \(service): \(answer.complaint)")
        }
        var content = FileContent(answer.output, path: path)
        content.isTruncated = content.isTruncated || answer.isTruncated
        return content
    }

    private func run(_ words: [String]) async throws(FileObstacle) -> ServicePrograms.Answer {
        do { return try await programs.run(words) } catch { throw .unknown(error.summary) }
    }

    /// Why not: who looks, and whose it is.
    private func reason(_ attributes: FileAttributes) async throws(FileObstacle) -> String {
        let identity = try await run(["id"]).text
        // `uid=70(postgres) gid=70(postgres) groups=70(postgres)`
        let user = identity.split(separator: " ").first.map { PlainText.line(of: $0) } ?? "uid=?"
        return "the container runs as \(user), but \(attributes.ownership)"
    }

    /// Whether the mount that holds the path is read-only.
    ///
    /// `test -w` of busybox looks at the mode alone (`test_eaccess` in its coreutils/test.c), so
    /// that to root everything seems writable.
    private func isOnReadOnlyMount() async throws(FileObstacle) -> Bool {
        let resolved = try await run(["readlink", "-f", "--", path])
        let mounts = try await run(["cat", "/proc/self/mounts"])
        let end = resolved.output.firstIndex(of: UInt8(ascii: "\n")) ?? resolved.output.endIndex
        guard resolved.exitCode == 0, mounts.exitCode == 0, end > 0 else { return false }
        return MountTable(mounts.output).isReadOnly(Array(resolved.output[..<end]))
    }

    /// Reads the raw mode in hexadecimal, size, user, time and the user's name, if it has one.
    private static func attributes(of line: String) -> FileAttributes? {
        let fields = line.split(whereSeparator: \.isWhitespace)
        guard fields.count >= 4, let mode = UInt32(fields[0], radix: 16),
            let size = Int(fields[1]), let owner = Int(fields[2]), let time = Int(fields[3])
        else { return nil }
        let name = fields.dropFirst(4).first.map { PlainText.line(of: $0) }
        let kind: FileKind =
            switch mode & 0xF000 {
            case 0x8000: .file
            case 0x4000: .directory
            default: .other
            }
        return FileAttributes(
            kind: kind, size: size, permissions: Int(mode & 0o7777), owner: owner,
            // What both say of a number that stands in no list of users.
            ownerName: name == "UNKNOWN" ? nil : name,
            modified: Date(timeIntervalSince1970: Double(time)))
    }
}
