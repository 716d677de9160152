import Catalog

/// What a look brought that is only kept, not judged.
public enum Capture: Sendable, Hashable {
    /// The text, and what of it was cut off.
    case text([UInt8], lack: Lack)
    /// Nothing could be had, and why.
    case missing(String)

    /// What was cut off.
    public enum Lack: Sendable, Hashable {
        /// Nothing.
        case nothing
        /// Whole lines in front.
        case start
        /// All behind some byte, which may stand in the middle of a word.
        case end
    }

    /// A text of lines.
    static func lines(_ lines: [String]) -> Capture {
        .text(Array((lines.joined(separator: "\n") + "\n").utf8), lack: .nothing)
    }
}

extension Capture {
    /// The values of all observables of a kind that need no name behind them, a line each, and the
    /// lines that would be shown with a failure.
    init(of request: ProbeRequest, by kind: some ProbeKind, in context: ProbeContext) async {
        var request = request
        request.expectations = Self.everything(of: kind.schema)
        let observation = await kind.observe(request, in: context)
        let readings = request.expectations.compactMap { expectation in
            observation.readings[expectation].map { (expectation.key, $0) }
        }
        let seen = readings.flatMap { key, reading in
            reading.shownValues.map { "\(key): \($0)" }
        }
        let evidence =
            observation.evidence
            + observation.subjectEvidence.sorted { $0.key < $1.key }.flatMap { subject, lines in
                lines.map { "\(subject): \($0)" }
            }
        if let reason = Self.reason(readings.map(\.1)), evidence.isEmpty {
            self = .missing(reason)
        } else {
            self = .lines(seen + (evidence.isEmpty ? [] : [""]) + evidence)
        }
    }

    /// Expectations of every observable that needs no name behind it.
    static func everything(of schema: ProbeSchema) -> [Expectation] {
        schema.observables.filter { !$0.key.hasSuffix(".") }
            .map { Expectation($0.key, .notEqual, "", type: $0.type) }
    }

    /// Why nothing at all was seen.
    private static func reason(_ readings: [Reading]) -> String? {
        var reasons: [String] = []
        for reading in readings {
            guard case .unknown(let reason) = reading else { return nil }
            reasons.append(reason)
        }
        return reasons.first ?? "this kind brings nothing to keep"
    }
}

extension Reading {
    /// What was seen, as it may be shown.
    fileprivate var shownValues: [String] {
        switch self {
        case .value(let value): [value.shown]
        case .values(let values): values.map(\.shown)
        case .judged(_, let observed): [observed]
        case .missing(let reason), .failed(let reason): [reason]
        case .unknown(let reason): ["unknown: \(reason)"]
        }
    }
}

extension ObservedValue {
    /// The value with what it belongs to.
    fileprivate var shown: String { subject.map { "\($0) \(display)" } ?? display }
}
