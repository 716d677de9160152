import Machine

extension ExecProbe {
    /// All that the program prints, and how it ended where that is not with 0; only where that is
    /// allowed.
    public func capture(_ request: ProbeRequest, in context: ProbeContext) async -> Capture {
        guard context.allowsExecution else {
            return .missing("runs a program: give --allow-exec")
        }
        do {
            let result = try await ProgramRun(request, in: context).result()
            var bytes = result.standardOutput
            // Both outputs share one mark, but only a full one was cut.
            if result.isTruncated, bytes.count >= Command.defaultOutputLimit {
                return .text(bytes, lack: .end)
            }
            let errors = result.standardError
            if !errors.isEmpty { bytes += Array("\nstandard error:\n".utf8) + errors }
            if result.isTruncated { return .text(bytes, lack: .end) }
            if result.exitCode != 0 { bytes += Array("\nexit \(result.exitCode)\n".utf8) }
            return .text(bytes, lack: .nothing)
        } catch {
            switch error {
            case .notRun(let reason), .failed(let reason): return .missing(reason)
            }
        }
    }
}
