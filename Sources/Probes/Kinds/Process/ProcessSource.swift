import Foundation
import Machine

/// Finds the processes that a line is about: those of this machine, or those of a service.
struct ProcessSource: Sendable {
    private let context: ProbeContext
    private let timeout: Duration

    init(context: ProbeContext, timeout: Duration) {
        self.context = context
        self.timeout = timeout
    }

    /// The processes of this machine, without this one and what belongs to it.
    func ofThisMachine() async throws(ServiceTrouble) -> ProcessList {
        let files = ProcessFiles(context.world.files)
        if files.exist, let own = files.ownIdentifier {
            do { return Self.without(own, try files.list()) } catch {
                throw .unknown(error.summary)
            }
        }
        let own = Int(ProcessInfo.processInfo.processIdentifier)
        return Self.without(own, try await listed())
    }

    /// Asks `ps` (POSIX.1-2024), with lines of any width; each column stands in an option of its
    /// own, for what follows `=` in one is a heading.
    private func listed() async throws(ServiceTrouble) -> ProcessList {
        let columns = ["pid=", "ppid=", "rss=", "etime=", "args="].flatMap { ["-o", $0] }
        let command = Command("ps", ["-axww"] + columns, timeout: timeout)
        let result: CommandResult
        do { result = try await context.world.commands.run(command) } catch {
            throw .unknown(error.summary)
        }
        let rows = result.output.split(whereSeparator: \.isNewline)
        let list = ProcessList(rows: rows, columns: ProcessList.columns)
        guard result.exitCode == 0, !list.processes.isEmpty else {
            throw .unknown("ps failed: \(PlainText.line(of: result.errorOutput, limit: 100))")
        }
        return list
    }

    /// The processes without this one, what it started, and what it was started by to run just
    /// this line: a shell's `-c` has the same words. A session's own ancestors, such as `sshd` and
    /// the first process of the machine, are what they are.
    private static func without(_ own: Int, _ list: ProcessList) -> ProcessList {
        let line = list.processes.first { $0.id == own }?.commandLine ?? ""
        let program = line.prefix { $0 != " " }.split(separator: "/").last.map(String.init)
        let name = program ?? "diagnose"
        let launchers = list.ancestors(of: own).filter { $0.commandLine.contains(name) }
        let left = list.tree(of: own).union(launchers.map(\.id))
        var rest = list
        rest.processes.removeAll { left.contains($0.id) }
        return rest
    }
}

extension ProcessSource {
    /// The processes that the containers of a service started; what `docker exec` runs there is
    /// none of them.
    func of(_ service: String) async throws(ServiceTrouble) -> ProcessList {
        let sights = try await ServiceContainers.sights(of: service, in: context)
        let running = sights.filter {
            $0.container?.state == "running" || $0.container?.state == "paused"
        }
        guard !running.isEmpty else {
            throw .failed("\(service) is \(sights.first?.description ?? "not running")")
        }
        var list = ProcessList(processes: [])
        for sight in running {
            guard let container = sight.container else { continue }
            let found: ProcessList
            do { found = try await context.compose.processes(in: container) } catch {
                throw .unknown(error.summary)
            }
            list.processes += Self.own(found, of: sight.details?.processIdentifier ?? 0)
        }
        return list
    }

    /// What descends from the container's main process; all where nobody tells which that is.
    private static func own(_ list: ProcessList, of main: Int) -> [RunningProcess] {
        guard list.processes.contains(where: { $0.id == main }) else { return list.processes }
        let tree = list.tree(of: main)
        return list.processes.filter { tree.contains($0.id) }
    }
}
