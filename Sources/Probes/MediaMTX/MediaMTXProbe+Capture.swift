import Machine

extension MediaMTXProbe {
    /// The states of all paths that fit the name as the API tells them, one JSON document a line.
    public func capture(_ request: ProbeRequest, in context: ProbeContext) async -> Capture {
        if let password = request.option("password") { context.redactor.learn(values: [password]) }
        let api = MediaMTXAPI(request: request, transport: context.world.transport)
        let subject = request.subject
        let pattern = PathPattern(subject.hasPrefix("/") ? String(subject.dropFirst()) : subject)
        switch await api.paths() {
        case .success(let paths):
            let fitting = paths.filter { pattern.matches($0["name"]?.string ?? "") }
            return fitting.isEmpty
                ? .lines(["no path fits"]) : .lines(fitting.map(\.compactText))
        case .failure(.notFound): return .missing("the MediaMTX API has no list of paths")
        case .failure(.notAllowed(let isWithCredentials)):
            return .missing(
                isWithCredentials
                    ? "the MediaMTX API refuses these credentials"
                    : "the MediaMTX API wants credentials: give user= and password=")
        case .failure(.broken(let reason)): return .missing(reason)
        }
    }
}
