extension LogProbe {
    /// The most bytes of a log that are kept, from its end.
    private static let captureLimit = 2 << 20

    /// The last lines of the log, of a service those of the time asked for.
    public func capture(_ request: ProbeRequest, in context: ProbeContext) async -> Capture {
        let source = await LogSource(
            request.subject, in: context.world, within: request.timeout)
        let clock = context.world.clock
        let seconds = LogSearch(request, questions: [], until: .zero, now: clock.now).age
        let log = await clock.result(within: request.timeout) {
            await source.read(seconds: seconds, in: context, within: request.timeout)
        }
        switch log {
        case nil: return .missing("the log could not be read within \(request.timeout.shortText)")
        case .failure(let problem)?: return .missing(problem.reason)
        case .success(let text)?:
            var bytes = text.bytes.suffix(Self.captureLimit)
            let isCut = bytes.count < text.bytes.count
            // The first line may have lost its head, and with it half a secret.
            if isCut, let end = bytes.firstIndex(of: 0x0A) { bytes = bytes[(end + 1)...] }
            return .text(
                Array(bytes), lack: text.lacksNewest ? .end : isCut ? .start : .nothing)
        }
    }
}
