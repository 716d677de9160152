import Machine

/// Looks at a path of a MediaMTX server through its control API, or at several with `*`.
///
/// The API listens at `http://localhost:9997` unless `api` says otherwise; `user` and `password`
/// are sent where it wants them. `*` stands for any part of a name, slashes too, and every path
/// that fits must meet the line. A line that states nothing means `available=true`: a listener
/// gets a stream or, with `alwaysAvailable`, at least a substitute for it.
///
///     mediamtx conference/en available=true alwaysAvailable=true # listeners of English get nothing
///     mediamtx * reachable=true                 # MediaMTX does not answer on its control API
///     mediamtx */fr online=true                 # nobody sends French
///
/// Only what a line states is asked for. An API that does not answer fails the line, a path that
/// does not exist fails it with those words, and missing credentials leave it unknown.
public struct MediaMTXProbe: ProbeKind {
    /// Makes the kind.
    public init() {}

    /// Looking is waiting for an answer.
    public var onlyWaits: Bool { true }

    /// What the kind declares of itself.
    public let schema = ProbeSchema(
        kind: "mediamtx",
        abstract: "Looks at a path of a MediaMTX server through its control API.",
        subject: .init("PATH", "the path's name; * stands for any part of it"),
        options: [
            .init("api", .text, "the API's address, unless \(MediaMTXAPI.defaultBase)"),
            .init("user", .text, "who asks, where the API wants to know"),
            .init("password", .text, "the password of that user"),
        ],
        observables: [
            .init("reachable", .boolean, "the API answers"),
            .init("available", .boolean, "a reader gets a stream or a substitute for one"),
            .init("online", .boolean, "somebody sends a stream"),
            .init("ready", .boolean, "the older word for available and online"),
            .init(
                "alwaysAvailable", .boolean, isConfiguration: true,
                "readers are served while nobody sends"),
            .init("source", .text, "where the stream comes from: publisher, a URL, webRTCSession"),
            .init("publishers", .number, "how many send to it: 0 or 1"),
            .init("readers", .number, "how many read from it"),
            .init("tracks", .number, "how many tracks its stream has"),
            .init("paths", .number, "how many paths fit the name"),
        ],
        defaultConditions: ["available=true"],
        examples: [
            "mediamtx conference/en available=true alwaysAvailable=true # listeners hear nothing",
            "mediamtx * api=http://mediamtx:9997 reachable=true # MediaMTX is down",
        ])

    /// The media server.
    public func component(of request: ProbeRequest) -> String { "mediamtx" }

    /// Asks the API for what the request states.
    public func observe(_ request: ProbeRequest, in context: ProbeContext) async -> Observation {
        if let password = request.option("password") { context.redactor.learn(values: [password]) }
        let api = MediaMTXAPI(request: request, world: context.world)
        let needs = MediaMTXLook.Needs(request)
        let name =
            request.subject.hasPrefix("/") ? String(request.subject.dropFirst()) : request.subject
        let pattern = PathPattern(name)
        let result: Result<MediaMTXLook, MediaMTXAPI.Problem>
        if needs.isNothing {
            result = await api.ping().map { _ in MediaMTXLook() }
        } else if pattern.isOpen {
            result = await MediaMTXLook.all(matching: pattern, needs: needs, api: api)
        } else {
            result = await MediaMTXLook.exact(name, needs: needs, api: api)
        }
        return Observation(
            readings: Dictionary(
                request.expectations.map { ($0, reading(for: $0, of: result, name, pattern)) },
                uniquingKeysWith: { first, _ in first }))
    }

    private func reading(
        for expectation: Expectation, of result: Result<MediaMTXLook, MediaMTXAPI.Problem>,
        _ name: String, _ pattern: PathPattern
    ) -> Reading {
        switch result {
        case .failure(let problem): return reading(for: expectation, of: problem)
        case .success(let look):
            switch expectation.key {
            case "reachable": return .value(ObservedValue(true))
            case "paths": return .value(ObservedValue(look.count))
            default: break
            }
            guard pattern.isOpen else {
                return look.paths.first?.reading(for: expectation.key)
                    ?? .missing("path \(name) does not exist")
            }
            if let reading = reading(of: look.paths, for: expectation.key) { return reading }
            // A server without any path is idle, one without the path somebody named is not.
            return pattern.isAnything ? .values([]) : .missing("no path matches \(name)")
        }
    }

    /// The values of all paths; `nil` where none has one.
    ///
    /// A path without the thing, such as one that lives by the settings of `all_others`, tells
    /// nothing of it.
    private func reading(of paths: [MediaMTXPath], for key: String) -> Reading? {
        var values: [ObservedValue] = []
        var rest: Reading?
        for path in paths {
            let reading = path.reading(for: key)
            if case .value(var value) = reading {
                value.subject = path.name
                values.append(value)
            } else {
                rest = rest ?? reading
            }
        }
        return values.isEmpty ? rest : .values(values)
    }

    private func reading(
        for expectation: Expectation, of problem: MediaMTXAPI.Problem
    ) -> Reading {
        let isAboutReaching = expectation.key == "reachable"
        switch problem {
        case .notFound: return isAboutReaching ? .value(ObservedValue(true)) : .missing("not found")
        case .notAllowed(let isWithCredentials):
            if isAboutReaching { return .value(ObservedValue(true)) }
            return .unknown(
                isWithCredentials
                    ? "the MediaMTX API does not accept user= and password="
                    : "the MediaMTX API wants credentials: give user= and password=")
        case .tooLong:
            return isAboutReaching
                ? .value(ObservedValue(true)) : .unknown(MediaMTXAPI.tooLong)
        case .broken(let words):
            let wantsSilence =
                isAboutReaching
                && (expectation.value == "false"
                    || expectation.comparison == .notEqual)
            return wantsSilence ? .value(ObservedValue(false, display: words)) : .failed(words)
        }
    }
}
