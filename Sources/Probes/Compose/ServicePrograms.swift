import Catalog
import Machine

/// Runs small programs in the running container of a service, to look at what is inside.
struct ServicePrograms: Sendable {
    /// The service.
    let service: String
    private let compose: ComposeProject
    private let clock: any WorldClock
    private let limit: Duration
    /// The uptime at which all must be done.
    private let end: Duration

    /// Prepares looks into the container of a service, all of them together within the limit.
    init(of service: String, context: ProbeContext, within limit: Duration) {
        self.service = service
        self.limit = limit
        compose = context.compose
        clock = context.world.clock
        end = clock.uptime + limit
    }

    /// How a program in the container ended.
    struct Answer: Sendable, Hashable {
        /// Its exit code.
        var exitCode: Int32
        /// What it printed.
        var output: [UInt8]
        /// Whether it printed more than that.
        var isTruncated: Bool
        /// The last thing it complained about; empty where it did not.
        var complaint: String

        /// The printed text, invalid UTF-8 replaced.
        var text: String { String(decoding: output, as: UTF8.self) }
    }

    /// Why no program could be asked.
    struct Obstacle: Error, Hashable {
        /// The reason in a few words.
        var summary: String
    }

    /// Runs a program.
    ///
    /// - Throws: ``Obstacle`` where the container can't run it.
    func run(_ words: [String]) async throws(Obstacle) -> Answer {
        let remaining = end - clock.uptime
        guard remaining > .zero else {
            throw Obstacle(summary: "\(service) did not answer within \(limit.shortText)")
        }
        let result: CommandResult
        do {
            result = try await compose.execute(service, words, timeout: remaining)
        } catch {
            throw Obstacle(summary: await absence() ?? error.summary)
        }
        let complaint = Self.complaint(of: result)
        if result.exitCode != 0 { try await check(complaint, program: words.first ?? "") }
        return Answer(
            exitCode: result.exitCode, output: result.standardOutput,
            isTruncated: result.isTruncated, complaint: complaint)
    }

    /// Tells what compose and the engine say from what a program says.
    ///
    /// The words are those of compose 2 to 5.6 and of runc 1.1.
    private func check(_ complaint: String, program: String) async throws(Obstacle) {
        if complaint.contains("executable file not found") {
            throw Obstacle(summary: "\(service) has no program `\(program)` to look with")
        }
        if complaint.hasPrefix(Self.engineComplaint) {
            throw Obstacle(summary: "\(service) can't run `\(program)`: \(complaint)")
        }
        if complaint.hasPrefix("no such service") {
            throw Obstacle(summary: await absence() ?? complaint)
        }
    }

    /// That the compose file has no such service, of which compose says that it is not running.
    private func absence() async -> String? {
        let names = await compose.serviceNames()
        if names.isEmpty || names.contains(service) { return nil }
        let hint = NearestName.hint(for: service, in: names.sorted())
        return "the compose file has no service \(service)\(hint)"
    }

    private static let engineComplaint = "OCI runtime exec failed"

    /// What a run complained about: the engine's own reason, which engine 20.10 writes to standard
    /// output, else the last line on standard error.
    private static func complaint(of result: CommandResult) -> String {
        let isUnstarted = result.exitCode == 126 || result.exitCode == 127
        if isUnstarted, result.standardOutput.starts(with: engineComplaint.utf8) {
            return PlainText.line(of: result.output, limit: PlainText.shownLine)
        }
        return complaint(in: result.errorOutput)
    }

    /// The last line that is no warning of compose, such as one about a variable that is not set.
    private static func complaint(in text: String) -> String {
        let lines = PlainText.lines(of: text, last: 20)
        return lines.last { !$0.contains("level=warning") }.map {
            PlainText.line(of: $0, limit: PlainText.shownLine)
        } ?? ""
    }
}
