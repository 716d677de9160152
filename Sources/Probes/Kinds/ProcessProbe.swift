import Catalog
import Machine

/// Looks for processes whose command line fits a pattern.
///
/// Use it where something must run beside the services that compose knows: a worker, a queue
/// runner, a development server, and where one process too many does harm.
///
///     process "arq .*WorkerSettings" in=worker        # no worker takes jobs
///     process "next-server|next dev" count=1          # two servers fight for the port
///     process "python .*ingest" rss<2GB age>1m        # the ingest keeps crashing
///
/// The subject is a regular expression that is searched in the program and its arguments. On
/// Linux `/proc` is read, elsewhere `ps` is asked; with `in=SERVICE` the engine is asked
/// (`docker top`), and only what the containers themselves started counts. This process, its
/// children and the commands that launched it are left out. A line that states nothing wants
/// `running=true`.
public struct ProcessProbe: ProbeKind {
    /// Makes the kind.
    public init() {}

    /// What the kind declares of itself.
    public let schema = ProbeSchema(
        kind: "process",
        abstract: "Looks for processes whose command line fits a pattern.",
        subject: .init("PATTERN", "a regular expression found in the command line"),
        options: [
            .init(serviceKey, .text, "the compose service whose processes count")
        ],
        observables: [
            .init("running", .boolean, "whether there is one"),
            .init("count", .number, "how many there are"),
            .init("rss", .bytes, "the memory that each holds"),
            .init("age", .duration, "for how long each has been running"),
        ],
        defaultConditions: ["running=true"],
        examples: [
            "process \"arq .*WorkerSettings\" in=worker # no worker takes jobs",
            "process \"next-server|next dev\" count=1 # two servers fight for the port",
            "process ingest rss<2GB age>1m # the ingest keeps crashing",
        ])

    private static let serviceKey = "in"

    /// The service, where the line names one.
    public func component(of request: ProbeRequest) -> String {
        request.option(Self.serviceKey) ?? "processes"
    }

    /// The pattern must be one.
    public func mistake(in subject: String) -> String? {
        PatternSearch.regex(subject) == nil ? "'\(subject)' is not a regular expression" : nil
    }

    /// Looks at all processes once.
    public func observe(_ request: ProbeRequest, in context: ProbeContext) async -> Observation {
        if let mistake = mistake(in: request.subject) {
            return Observation(.unknown(mistake), for: request)
        }
        let clock = context.world.clock
        let end = clock.uptime + request.timeout
        let source = ProcessSource(context: context, timeout: request.timeout)
        let list: ProcessList
        do {
            if let service = request.option(Self.serviceKey) {
                list = try await source.of(service)
            } else {
                list = try await source.ofThisMachine()
            }
        } catch {
            return Observation(error.reading, for: request)
        }
        let found = await clock.result(within: end - clock.uptime) {
            await Self.processes(of: list, fitting: request.subject)
        }
        guard let matching = found ?? nil else {
            return Observation(.unknown(PatternSearch.tooLong), for: request)
        }
        if matching.isEmpty, list.hidesOthers {
            return Observation(
                .unknown("the processes of other users are hidden from this user"), for: request)
        }
        return Observation(
            readings: Dictionary(
                request.expectations.map {
                    ($0, Self.reading(for: $0.key, of: matching, among: list))
                }, uniquingKeysWith: { first, _ in first }))
    }

    /// The processes whose command lines a pattern fits; `nil` where the task is cancelled first.
    private static func processes(
        of list: ProcessList, fitting pattern: String
    ) async -> [RunningProcess]? {
        await Uninterruptible.value { stop in
            let regex = PatternSearch.regex(pattern)
            return list.processes.filter { process in
                !stop.isSet && (regex.map { process.commandLine.contains($0) } ?? false)
            }
        }
    }

    private static func reading(
        for key: String, of matching: [RunningProcess], among list: ProcessList
    ) -> Reading {
        let none = "no process of \(list.processes.count) fits"
        let pids = matching.prefix(shownProcesses).map { "\($0.id)" }.joined(separator: ", ")
        let more = matching.count > shownProcesses ? ", …" : ""
        let found = matching.isEmpty ? none : "pid \(pids)\(more)"
        switch key {
        case "running":
            return .value(
                ObservedValue(!matching.isEmpty, display: "\(!matching.isEmpty), \(found)"))
        case "count":
            return .value(ObservedValue(matching.count, display: "\(matching.count), \(found)"))
        default:
            if matching.isEmpty { return .missing("none, \(none)") }
            let values = matching.compactMap { $0.value(of: key) }
            return values.count == matching.count
                ? .values(values) : .unknown("ps does not tell it on the engine's machine")
        }
    }

    private static let shownProcesses = 5
}

extension RunningProcess {
    /// The value of an observable that each process has; `nil` where nobody tells.
    fileprivate func value(of key: String) -> ObservedValue? {
        let subject = "pid \(id)"
        switch key {
        case "rss":
            return memory.flatMap { bytes in
                Int(exactly: bytes.rounded()).map {
                    ObservedValue(
                        "\($0)", number: bytes, display: AmountText.bytes($0), subject: subject)
                }
            }
        default:
            return age.map { seconds in
                let time = Duration(clampingSeconds: seconds).shortText
                return ObservedValue(time, number: seconds, subject: subject)
            }
        }
    }
}
