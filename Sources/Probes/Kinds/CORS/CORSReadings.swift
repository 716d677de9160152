import Machine

/// What the answer to a preflight says to each condition.
struct CORSReadings {
    private let answer: PreflightAnswer
    private let preflight: Preflight

    init(_ answer: PreflightAnswer, to preflight: Preflight) {
        self.answer = answer
        self.preflight = preflight
    }

    /// The readings for all conditions, and the fields that decide where one fails.
    func observation(for request: ProbeRequest) -> Observation {
        var readings: [Expectation: Reading] = [:]
        for expectation in request.expectations {
            readings[expectation] = reading(for: expectation)
        }
        return Observation(readings: readings, evidence: answer.evidence)
    }

    private func reading(for expectation: Expectation) -> Reading {
        switch expectation.key {
        case "allowed":
            let problems = answer.problems(for: preflight)
            let display = problems.isEmpty ? nil : "false: \(problems.joined(separator: "; "))"
            return .value(ObservedValue(problems.isEmpty, display: display))
        case "status": return .value(ObservedValue(answer.status))
        case "max-age": return maximumAge
        default: return field("Access-Control-\(expectation.key)", expectation)
        }
    }

    private func field(_ name: String, _ expectation: Expectation) -> Reading {
        guard let value = answer.value(of: name) else {
            return .missing("is not among the header fields")
        }
        var labels: [String] = []
        if case .items(let items) = answer.list(name) { labels = items }
        // Names of headers are the same in any case.
        if expectation.key == "allow-headers",
            labels.contains(where: { $0.lowercased() == expectation.value.lowercased() })
        {
            labels.append(expectation.value)
        }
        return .value(ObservedValue(value, labels: labels, display: answer.shown(value)))
    }

    private var maximumAge: Reading {
        guard let value = answer.value(of: "Access-Control-Max-Age") else {
            return .missing("is not among the header fields")
        }
        guard let seconds = Int(value), seconds >= 0 else {
            return .value(ObservedValue(value, display: answer.shown(value)))
        }
        return .value(ObservedValue(seconds, display: "\(seconds) s"))
    }
}
