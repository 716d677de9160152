import Machine

/// Linux's processes as `/proc` shows them (proc(5)).
struct ProcessTable {
    private let files: any FileSystem

    /// The most open files that are looked at, of all processes together.
    private static let linkLimit = 200_000
    /// How much of a command line is read.
    private static let commandLimit = 4096

    /// Makes the table of a system.
    init(_ files: any FileSystem) { self.files = files }

    /// The process that holds each socket, the first where several share it.
    ///
    /// The open files of other users' processes can be seen by root alone.
    func owners(ofSockets inodes: Set<String>) -> [String: LocalProcess] {
        var missing = inodes
        var owners: [String: LocalProcess] = [:]
        var looked = 0
        // In order of their numbers, so that of a server and its workers the server counts.
        for id in ids() {
            if missing.isEmpty || looked >= Self.linkLimit || Task.isCancelled { break }
            for name in (try? files.list("/proc/\(id)/fd")) ?? [] {
                looked += 1
                guard let target = files.linkTarget(of: "/proc/\(id)/fd/\(name)"),
                    let inode = Self.socket(target), missing.remove(inode) != nil
                else { continue }
                owners[inode] = process(id)
            }
        }
        return owners
    }

    private func ids() -> [Int] {
        ((try? files.list("/proc")) ?? []).compactMap { Int($0) }.sorted()
    }

    /// The number in `socket:[31300]`.
    private static func socket(_ target: String) -> String? {
        guard target.hasPrefix("socket:["), target.hasSuffix("]") else { return nil }
        return String(target.dropFirst("socket:[".count).dropLast())
    }

    private func process(_ id: Int) -> LocalProcess {
        let name = (try? files.text(of: "/proc/\(id)/comm")).map { PlainText.line(of: $0) }
        let line = (try? files.read("/proc/\(id)/cmdline", limit: Self.commandLimit)) ?? []
        let words = line.split(separator: 0).map { String(decoding: $0, as: UTF8.self) }
        return LocalProcess(
            id: id, name: name ?? "a process", command: LocalProcess.command(of: words),
            directory: files.linkTarget(of: "/proc/\(id)/cwd"),
            containerID: (try? files.text(of: "/proc/\(id)/cgroup")).flatMap(Self.container))
    }

    /// The id in `0::/system.slice/docker-ID.scope` or `/docker/ID`, which has 64 digits.
    private static func container(in groups: String) -> String? {
        groups.split { !$0.isHexDigit }.first { $0.count == 64 }.map(String.init)
    }
}
