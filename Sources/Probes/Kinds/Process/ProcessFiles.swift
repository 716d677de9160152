import Foundation
import Machine

/// Reads the processes of a Linux machine from `/proc` (proc(5)).
struct ProcessFiles: Sendable {
    private let files: any FileSystem
    private let root = "/proc"

    init(_ files: any FileSystem) { self.files = files }

    /// Whether there is a `/proc` to read.
    var exist: Bool { files.kind(of: root + "/self/stat") == .file }

    /// The id of this process itself.
    var ownIdentifier: Int? {
        (try? files.text(of: root + "/self/stat"))
            .flatMap { Int($0.prefix { $0.isNumber }) }
    }

    /// The processes that run now. Those that have ended but are not gone and those of the kernel
    /// have no command line and are left out.
    func list() throws(FileFailure) -> ProcessList {
        let uptime = (try? files.text(of: root + "/uptime"))
            .flatMap { Double($0.prefix { $0 != " " }) }
        var list = ProcessList(processes: [])
        let identifiers = try files.list(root).compactMap { Int($0) }
        // Mounted with hidepid=2 it lists none but this user's own; with 1 it tells nothing of them.
        list.hidesOthers = !identifiers.contains(1)
        for id in identifiers {
            do throws(FileFailure) {
                if let process = try process(id, uptime: uptime) { list.processes.append(process) }
            } catch .notPermitted {
                list.hidesOthers = true
            } catch {
                // It has ended since the folder was listed.
            }
        }
        return list
    }

    private func process(
        _ id: Int, uptime: Double?
    ) throws(FileFailure) -> RunningProcess? {
        let line = RunningProcess.commandLine(
            of: try files.read("\(root)/\(id)/cmdline", limit: Self.longestCommandLine))
        guard !line.isEmpty else { return nil }
        let status = Self.fields(ofStatus: try files.text(of: "\(root)/\(id)/stat"))
        let start = status[Self.start].map { $0 / Self.ticksPerSecond }
        return RunningProcess(
            id: id, parent: status[Self.parent].flatMap { Int(exactly: $0) },
            memory: status[Self.pages].map { $0 * Self.pageSize },
            age: uptime.flatMap { uptime in start.map { max(0, uptime - $0) } }, commandLine: line)
    }

    /// The numbers of `/proc/PID/stat` by their places, counted from 1. The second, the program's
    /// name in parentheses, may hold blanks and parentheses itself.
    private static func fields(ofStatus text: String) -> [Int: Double] {
        guard let name = text.lastIndex(of: ")") else { return [:] }
        let rest = text[text.index(after: name)...].split(separator: " ")
        return Dictionary(
            rest.enumerated().compactMap { offset, field in Double(field).map { (offset + 3, $0) }
            },
            uniquingKeysWith: { first, _ in first })
    }

    private static let parent = 4
    private static let start = 22
    private static let pages = 24
    private static let longestCommandLine = 256 << 10
    private static let ticksPerSecond = Double(max(1, sysconf(Int32(_SC_CLK_TCK))))
    private static let pageSize = Double(max(1, sysconf(Int32(_SC_PAGESIZE))))
}
