import Redaction

/// Gathers what helps to see why containers are not well: the engine's error, the failing health
/// check, the last log lines.
enum ServiceEvidence {
    /// How many log lines of a service are shown.
    static let logLines = 10
    /// How many services of one observation are shown.
    static let services = 3

    /// The lines about the broken ones among the containers, by service.
    static func lines(
        about sights: [ServiceSight], from project: ComposeProject, redactor: Redactor
    ) async -> [String: [String]] {
        var named: Set<String> = []
        let broken = sights.filter { $0.readiness == .broken && $0.container != nil }
            .filter { named.insert($0.service).inserted }.prefix(services)
        return await withTaskGroup(of: (String, [String]).self) { group in
            for sight in broken {
                group.addTask {
                    let lines = await lines(about: sight, from: project)
                    return (
                        sight.service,
                        lines.map {
                            Excerpt.line(of: $0, limit: PlainText.shownLine, redactor: redactor)
                        }
                    )
                }
            }
            return await group.reduce(into: [:]) { $0[$1.0] = $1.1 }
        }
    }

    private static func lines(
        about sight: ServiceSight, from project: ComposeProject
    ) async -> [String] {
        var lines: [String] = []
        if let error = sight.details?.error, !error.isEmpty { lines.append(error) }
        if sight.container?.health == "unhealthy", let output = sight.details?.healthOutput {
            lines += PlainText.lines(of: output, last: 3).map { "health check: \($0)" }
        }
        // A container that never ran has no log; asking would only take time.
        if sight.state != "created" {
            lines += (try? await project.logs(of: sight.service, tail: logLines)) ?? []
        }
        return lines
    }
}
