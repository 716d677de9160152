/// What one look at a subject brought.
public struct Observation: Sendable, Hashable {
    /// A reading for each wanted expectation.
    public var readings: [Expectation: Reading]
    /// Lines worth showing with a failure, such as the last log lines of a container.
    public var evidence: [String]
    /// Such lines about single subjects, where it has several.
    public var subjectEvidence: [String: [String]]
    /// Whom the observation turned out to be about, where it tells more than the request did.
    public var component: String?
    /// Whether the subjects of its values are components, each at fault for itself: `compose *`.
    public var subjectsAreComponents: Bool

    /// Makes an observation.
    public init(
        readings: [Expectation: Reading], evidence: [String] = [],
        subjectEvidence: [String: [String]] = [:], component: String? = nil,
        subjectsAreComponents: Bool = false
    ) {
        self.readings = readings
        self.evidence = evidence
        self.subjectEvidence = subjectEvidence
        self.component = component
        self.subjectsAreComponents = subjectsAreComponents
    }

    /// The same reading for every expectation of the request, as when nothing answers.
    public init(_ reading: Reading, for request: ProbeRequest, evidence: [String] = []) {
        self.init(
            readings: Dictionary(
                request.expectations.map { ($0, reading) }, uniquingKeysWith: { first, _ in first }),
            evidence: evidence)
    }
}

/// What was measured for one expectation.
public enum Reading: Sendable, Hashable {
    /// One value, to be compared.
    case value(ObservedValue)
    /// Several values, each of which must meet the expectation.
    case values([ObservedValue])
    /// A comparison that the kind had to make itself, with what to show.
    case judged(Bool, observed: String)
    /// The subject is there but has no such thing; fails every comparison but `!=` and `!~`.
    case missing(String)
    /// The subject could not be reached or is broken; fails every comparison.
    case failed(String)
    /// It could not be observed from here, and why.
    case unknown(String)
}

/// A value as measured and as shown.
public struct ObservedValue: Sendable, Hashable {
    /// What is compared as text.
    public var text: String
    /// What is compared as a number, in the unit of the observable's type.
    public var number: Double?
    /// Further names that the value equals, such as `head` or `internal`.
    public var labels: [String]
    /// What is shown in place of ``text``, so that secrets stay inside.
    public var display: String
    /// What the value belongs to where there are several, such as a service or path name.
    public var subject: String?

    /// Makes a value that is shown as it is unless told otherwise.
    public init(
        _ text: String, number: Double? = nil, labels: [String] = [], display: String? = nil,
        subject: String? = nil
    ) {
        self.text = text
        self.number = number
        self.labels = labels
        self.display = display ?? text
        self.subject = subject
    }

    /// Makes a value of a truth.
    public init(_ truth: Bool, display: String? = nil, subject: String? = nil) {
        self.init(truth ? "true" : "false", display: display, subject: subject)
    }

    /// Makes a value of a number.
    public init(_ number: Int, display: String? = nil, subject: String? = nil) {
        self.init("\(number)", number: Double(number), display: display, subject: subject)
    }
}
