import Machine

extension MediaMTXProbe {
    /// The states of all paths that fit the name as the API tells them, one JSON document a line.
    public func capture(_ request: ProbeRequest, in context: ProbeContext) async -> Capture {
        if let password = request.option("password") { context.redactor.learn(values: [password]) }
        let api = MediaMTXAPI(request: request, world: context.world)
        let subject = request.subject
        let pattern = PathPattern(subject.hasPrefix("/") ? String(subject.dropFirst()) : subject)
        let fitting = await api.paths { path in
            pattern.matches(path["name"]?.string ?? "") ? path.compactText : nil
        }
        switch fitting {
        case .success(let lines): return .lines(lines.isEmpty ? ["no path fits"] : lines)
        case .failure(.tooLong): return .missing(MediaMTXAPI.tooLong)
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
