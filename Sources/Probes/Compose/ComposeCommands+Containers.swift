import Machine

extension ComposeCommands {
    /// Asks the engine what containers use; it measures for a second or two.
    func statistics(of ids: [String]) async throws(ComposeFailure) -> [ContainerStatistics] {
        if ids.isEmpty { return [] }
        // Docker before 23 does not know the word `json` for the template.
        let result = try await docker(["stats", "--no-stream", "--format", "{{json .}}"] + ids)
        guard result.exitCode == 0 else { throw failure(of: result) }
        guard let statistics = ContainerStatistics.list(json: result.standardOutput) else {
            throw .other("`docker stats` printed no JSON")
        }
        return statistics
    }

    /// Asks the engine for the processes in a container.
    ///
    /// The words behind the container are those of the `ps` of the engine's machine; where that
    /// one does not know them, what it tells by itself must do.
    func processes(in id: String) async throws(ComposeFailure) -> ProcessList {
        let columns = try await docker(["top", id, "-o", "pid,ppid,rss,etime,args"])
        if columns.exitCode == 0, let list = ProcessList(table: columns.output) { return list }
        let plain = try await docker(["top", id])
        guard plain.exitCode == 0 else { throw failure(of: plain) }
        guard let list = ProcessList(table: plain.output) else {
            throw .other("`docker top` printed no table")
        }
        return list
    }

    private func docker(_ arguments: [String]) async throws(ComposeFailure) -> CommandResult {
        do {
            return try await run(Command("docker", arguments, timeout: patience.timeout))
        } catch .noComposeTool {
            throw .other("docker itself is not installed here")
        } catch {
            throw error
        }
    }
}
