import Catalog
import Redaction

extension ProbeCheck {
    /// What the observation of its subject makes of the line: one result, or one for each failing
    /// component where the subject stands for several.
    ///
    /// - Parameters:
    ///   - observation: What was seen, perhaps for several lines.
    ///   - duration: How long looking took.
    ///   - redactor: Takes secrets out of what is shown.
    public func results(
        of observation: Observation, duration: Duration, redactor: Redactor
    ) -> [ProbeResult] {
        let readings = request.expectations.map { expectation in
            (expectation, observation.readings[expectation] ?? .unknown("was not looked at"))
        }
        let whole = result(
            of: readings, component: observation.component ?? component,
            evidence: observation.evidence, duration: duration, redactor: redactor)
        guard observation.subjectsAreComponents, !namesComponent, whole.outcome == .fail else {
            return [whole]
        }
        let parts = Self.subjects(in: readings).map { subject in
            result(
                of: readings.map { ($0.0, $0.1.part(of: subject)) }, component: subject,
                evidence: observation.evidence + (observation.subjectEvidence[subject] ?? []),
                duration: duration, redactor: redactor)
        }
        let failing = parts.filter { $0.outcome == .fail }
        return failing.isEmpty ? [whole] : failing
    }

    /// A result for a line that was not looked at, and why.
    public static func unknown(
        _ line: ProbeLine, component: String? = nil, because reason: String,
        duration: Duration = .zero, redactor: Redactor
    ) -> ProbeResult {
        let expected = line.conditions.map { $0.key + $0.comparison.rawValue + $0.value }
        return ProbeResult(
            line: line.redacted(by: redactor), component: redactor.redact(component ?? line.kind),
            outcome: .unknown, observed: redactor.redact(reason),
            expected: redactor.redact(expected.joined(separator: " ")),
            isMeasured: false, duration: duration)
    }

    private func result(
        of readings: [(Expectation, Reading)], component: String, evidence: [String],
        duration: Duration, redactor: Redactor
    ) -> ProbeResult {
        let findings = readings.map { ($0.0, Comparison.finding(of: $0.1, against: $0.0)) }
        let outcome: Outcome =
            findings.contains { $0.1.outcome == .fail }
            ? .fail : findings.contains { $0.1.outcome == .unknown } ? .unknown : .pass
        let deciding = findings.filter { $0.1.outcome == outcome }
        let measured = deciding.filter(\.1.isMeasured)
        return ProbeResult(
            line: line.redacted(by: redactor),
            component: redactor.redact(namesComponent ? self.component : component),
            outcome: outcome,
            observed: redactor.redact(Self.observed(deciding)),
            expected: redactor.redact(deciding.map(\.0.text).joined(separator: " ")),
            failingSubjects: deciding.flatMap(\.1.failingSubjects).map(redactor.redact),
            evidence: outcome == .pass ? [] : evidence.map(redactor.redact),
            isMeasured: !measured.isEmpty
                || deciding.contains { observable($0.0)?.asksForAnswer ?? false },
            isConfiguration: outcome == .fail
                && measured.contains { observable($0.0)?.isConfiguration ?? false },
            duration: duration)
    }

    private func observable(_ expectation: Expectation) -> ProbeSchema.Observable? {
        ProbeRegistry.kind(named: line.kind)?.schema.observable(named: expectation.key)
    }

    /// The subjects of all values, each once, in order.
    private static func subjects(in readings: [(Expectation, Reading)]) -> [String] {
        var seen: Set<String> = []
        return readings.flatMap { reading -> [String] in
            guard case .values(let values) = reading.1 else { return [] }
            return values.compactMap(\.subject).filter { seen.insert($0).inserted }
        }
    }

    /// What was seen, each thing named unless one text says it all.
    private static func observed(_ findings: [(Expectation, Comparison.Finding)]) -> String {
        var texts: [String] = []
        for (expectation, finding) in findings {
            let text =
                finding.isMeasured ? "\(expectation.key) \(finding.observed)" : finding.observed
            if !texts.contains(text) { texts.append(text) }
        }
        return texts.joined(separator: ", ")
    }
}

extension ProbeLine {
    /// The line as it may be shown: someone may have written a password into it.
    fileprivate func redacted(by redactor: Redactor) -> ProbeLine {
        var shown = withoutSecretSubject(redactor)
        shown.text = redactor.redact(shown.text)
        shown.subject = redactor.redact(shown.subject)
        shown.reason = shown.reason.map(redactor.redact)
        shown.conditions = shown.conditions.map { $0.redacted(by: redactor) }
        return shown
    }
}

extension Condition {
    /// The condition as it may be kept: what stands behind a name that says secret goes whole, as it
    /// does in the line's text, unless it only names the variable that holds it.
    fileprivate func redacted(by redactor: Redactor) -> Condition {
        var shown = self
        let isSecret = comparison == .equal && SecretName.isSecret(key, value: value)
        shown.value = isSecret ? redactor.token(for: value) : redactor.redact(value)
        return shown
    }
}

extension Reading {
    /// The part of the reading that is about one subject.
    fileprivate func part(of subject: String) -> Reading {
        guard case .values(let values) = self else { return self }
        return .values(values.filter { $0.subject == subject })
    }
}
