import Catalog
import Machine

/// One kind of probe: a declaration and one way of looking.
///
/// A kind never judges; it measures what the expectations name, and ``Reading`` is compared with
/// them in one place for all kinds.
public protocol ProbeKind: Sendable {
    /// What the kind declares of itself.
    var schema: ProbeSchema { get }

    /// Whether looking is hardly more than waiting for an answer from elsewhere, so that many looks at
    /// once cost this machine little.
    var onlyWaits: Bool { get }

    /// Looks once and reports a reading for every wanted expectation of the request.
    ///
    /// It never throws: a target that is down is a failed reading, a missing tool an unknown one.
    func observe(_ request: ProbeRequest, in context: ProbeContext) async -> Observation

    /// Looks once and brings what is worth keeping, for a line that says what to capture and judges
    /// nothing; the request has no expectations.
    ///
    /// What it brings may hold secrets and control characters.
    func capture(_ request: ProbeRequest, in context: ProbeContext) async -> Capture

    /// The component at fault when a line without `of=` fails; known before anything is run.
    func component(of request: ProbeRequest) -> String

    /// What is wrong with a subject that could never be looked at, such as an address without a
    /// scheme; `nil` where nothing is.
    func mistake(in subject: String) -> String?

    /// The request with what its expectations imply of how to look written out as options, so that
    /// lines which look differently are not taken for one.
    func explicit(_ request: ProbeRequest) -> ProbeRequest

    /// What is wrong with a line beyond its single words, such as an option that it lacks or a query
    /// that would write; variables are not filled in yet.
    ///
    /// - Parameters:
    ///   - line: The line, its words right by the schema each.
    ///   - knowledge: What the runbooks know; `nil` where none are loaded.
    func mistakes(in line: ProbeLine, knowing knowledge: RunbookKnowledge?) -> [String]

    /// What the request would do that only one of a trusted runbook may, secrets apart, which are
    /// never filled in; asked only of others.
    func breach(by request: ProbeRequest, in context: ProbeContext) async -> Breach?
}

extension ProbeKind {
    /// The values of all plain observables, a line each.
    public func capture(_ request: ProbeRequest, in context: ProbeContext) async -> Capture {
        await Capture(of: request, by: self, in: context)
    }

    /// Looking takes the machine's time.
    public var onlyWaits: Bool { false }

    /// Every subject can be looked at.
    public func mistake(in subject: String) -> String? { nil }

    /// Nothing is implied.
    public func explicit(_ request: ProbeRequest) -> ProbeRequest { request }

    /// Nothing is wrong beyond single words.
    public func mistakes(
        in line: ProbeLine, knowing knowledge: RunbookKnowledge?
    ) -> [String] { [] }

    /// Looking is all it does.
    public func breach(by request: ProbeRequest, in context: ProbeContext) async -> Breach? { nil }
}

/// What to look at, and the expectations that all lines about it state.
public struct ProbeRequest: Sendable, Hashable {
    /// What makes two lines look at the same thing.
    public struct Identity: Sendable, Hashable {
        /// The kind.
        public var kind: String
        /// The subject, variables filled in.
        public var subject: String
        /// The words of a subject that is a command, variables filled in word by word; empty where
        /// it is none.
        public var words: [String]
        /// The options in the order written, `of` left out, variables filled in.
        public var options: [OptionValue]
        /// Whether it is for lines of a runbook that is not trusted.
        public var isConfined: Bool
    }

    /// What is looked at.
    public var identity: Identity
    /// How long looking may take.
    public var timeout: Duration
    /// What is expected of it, by all lines together, without repetition.
    public var expectations: [Expectation]

    /// Makes a request.
    public init(
        kind: String, subject: String, words: [String] = [], options: [OptionValue] = [],
        isConfined: Bool = false, timeout: Duration, expectations: [Expectation]
    ) {
        identity = Identity(
            kind: kind, subject: subject, words: words, options: options, isConfined: isConfined)
        self.timeout = timeout
        self.expectations = expectations
    }

    /// The subject, variables filled in.
    public var subject: String { identity.subject }

    /// The words of a subject that is a command, each as one argument of the program.
    public var words: [String] { identity.words }

    /// Whether it is for lines of a runbook that is not trusted.
    public var isConfined: Bool { identity.isConfined }

    /// The value of an option.
    public func option(_ key: String) -> String? {
        identity.options.first { $0.key == key }?.value
    }

    /// The values of a repeatable option, in order.
    public func values(of key: String) -> [String] {
        identity.options.filter { $0.key == key }.map(\.value)
    }
}

/// An option and its value.
public struct OptionValue: Sendable, Hashable {
    /// The option.
    public var key: String
    /// Its value, variables filled in.
    public var value: String

    /// Makes an option value.
    public init(key: String, value: String) {
        self.key = key
        self.value = value
    }
}

/// One thing that a line states to be true when all is well.
public struct Expectation: Sendable, Hashable {
    /// The observable.
    public var key: String
    /// The comparison.
    public var comparison: Condition.Operator
    /// What it is compared with, variables filled in.
    public var value: String
    /// How both sides are understood.
    public var type: ValueType

    /// Makes an expectation.
    public init(
        _ key: String, _ comparison: Condition.Operator, _ value: String, type: ValueType = .text
    ) {
        self.key = key
        self.comparison = comparison
        self.value = value
        self.type = type
    }

    /// `status=200`
    public var text: String { key + comparison.rawValue + value }
}
