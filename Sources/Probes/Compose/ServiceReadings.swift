import Machine

/// Turns what was seen of the containers into readings of expectations.
struct ServiceReadings {
    /// What was seen.
    var sights: [ServiceSight]
    /// Names the values where there are several: the service or, for one service, the container.
    var subject: (ServiceSight) -> String
    /// Why nothing beyond the list is known.
    var detailsFailure: ComposeFailure?

    /// The reading for an expectation.
    func reading(for expectation: Expectation) -> Reading {
        if let sight = sights.first, sights.count == 1 {
            return reading(of: sight, for: expectation)
        }
        return joined(sights.map { ($0, reading(of: $0, for: expectation)) })
    }

    /// One reading of several containers: all values; what has no value is told only where
    /// nothing else is, but a service that is still starting leaves the rest undecided.
    private func joined(_ readings: [(ServiceSight, Reading)]) -> Reading {
        var values: [ObservedValue] = []
        var starting: [String] = []
        var rest: [Reading] = []
        for (sight, reading) in readings {
            if case .value(var value) = reading {
                value.subject = subject(sight)
                values.append(value)
            } else if case .unknown = reading, sight.readiness == .starting {
                starting.append(subject(sight))
            } else {
                rest.append(reading)
            }
        }
        let isBroken = readings.contains { $0.0.readiness == .broken }
        if !starting.isEmpty, !isBroken {
            return .unknown("\(starting.joined(separator: ", ")): still starting")
        }
        if values.isEmpty, let only = rest.first { return only }
        return .values(values)
    }

    private func reading(of sight: ServiceSight, for expectation: Expectation) -> Reading {
        switch expectation.key {
        case "ready": ready(sight)
        case "state": .value(ObservedValue(sight.state, display: sight.description))
        case "health": health(sight, expectation)
        case "exit": exit(sight)
        case "restarts": restarts(sight)
        case "age": age(sight)
        default: image(sight)
        }
    }

    private func ready(_ sight: ServiceSight) -> Reading {
        switch sight.readiness {
        case .ready: .value(ObservedValue(true, display: sight.description))
        case .broken: .value(ObservedValue(false, display: sight.description))
        case .starting: Self.stillStarting
        }
    }

    private func health(_ sight: ServiceSight, _ expectation: Expectation) -> Reading {
        guard sight.state == "running" else {
            return sight.readiness == .ready
                ? .unknown("\(sight.description), as it should")
                : .value(ObservedValue("not running", display: sight.description))
        }
        guard let health = sight.container?.health else {
            return .unknown("no health check is declared")
        }
        let wantsHealthy = expectation.comparison == .equal && expectation.value == "healthy"
        if health == "starting", wantsHealthy { return Self.stillStarting }
        return .value(ObservedValue(health))
    }

    private static let stillStarting = Reading.unknown(
        "still starting: its health check has not passed yet")

    private func exit(_ sight: ServiceSight) -> Reading {
        if sight.container == nil { return .missing(sight.description) }
        if sight.state == "restarting", let code = sight.details?.exitCode, code != 0 {
            return .value(ObservedValue(code, display: "\(code), restarting"))
        }
        guard let code = sight.container?.exitCode else {
            return .missing("\(sight.description), not ended")
        }
        return .value(ObservedValue(code, display: "\(code)"))
    }

    private func restarts(_ sight: ServiceSight) -> Reading {
        if sight.container == nil { return .missing(sight.description) }
        guard let details = sight.details else { return undetailed }
        let code = details.exitCode == 0 ? "" : ", last exit code \(details.exitCode)"
        let display = details.restartCount == 0 ? nil : "\(details.restartCount)\(code)"
        return .value(ObservedValue(details.restartCount, display: display))
    }

    private func age(_ sight: ServiceSight) -> Reading {
        guard sight.state == "running" else { return .missing(sight.description) }
        guard let uptime = sight.uptime else { return undetailed }
        let text = Duration(clampingSeconds: uptime).shortText
        return .value(ObservedValue(text, number: uptime))
    }

    private func image(_ sight: ServiceSight) -> Reading {
        guard let image = sight.container?.image, !image.isEmpty else {
            return .missing(sight.description)
        }
        return .value(ObservedValue(image))
    }

    private var undetailed: Reading {
        .unknown(detailsFailure?.summary ?? "the engine no longer knows the container")
    }
}
