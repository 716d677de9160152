import Catalog

/// What a probe kind declares of itself: the one source of lint, help, completion and reference.
public struct ProbeSchema: Sendable {
    /// The kind's name, the first word of a line.
    public var kind: String
    /// What it looks at, in one sentence.
    public var abstract: String
    /// What the second word of a line is.
    public var subject: Subject
    /// The keys that say how to look.
    public var options: [Option]
    /// The keys that it can measure.
    public var observables: [Observable]
    /// The conditions of a line that states none, such as `state=running`.
    public var defaultConditions: [String]
    /// Lines that a person would write, each with its reason.
    public var examples: [String]

    /// Declares a kind.
    public init(
        kind: String, abstract: String, subject: Subject, options: [Option] = [],
        observables: [Observable], defaultConditions: [String], examples: [String]
    ) {
        self.kind = kind
        self.abstract = abstract
        self.subject = subject
        self.options = options + Self.commonOptions
        self.observables = observables
        self.defaultConditions = defaultConditions
        self.examples = examples
    }

    /// What the second word of a line is.
    public struct Subject: Sendable {
        /// Its name in usage lines, such as `URL`.
        public var name: String
        /// One line of help.
        public var help: String
        /// Whether it is a secret, so that nothing shows it, not even as someone typed it.
        public var isSecret: Bool
        /// Whether it is a command, split into words as a shell does before variables are filled in.
        public var isCommand: Bool
        /// Whether it is looked at in this program alone, so that it may be a secret of somebody who
        /// does not trust the line.
        public var staysInside: Bool

        /// Declares a subject.
        public init(
            _ name: String, _ help: String, isSecret: Bool = false, isCommand: Bool = false,
            staysInside: Bool = false
        ) {
            self.name = name
            self.help = help
            self.isSecret = isSecret
            self.isCommand = isCommand
            self.staysInside = staysInside
        }
    }

    /// A key that says how to look.
    public struct Option: Sendable {
        /// The key.
        public var key: String
        /// What its value must be.
        public var type: ValueType
        /// One line of help.
        public var help: String
        /// Whether the key may stand more than once.
        public var isRepeatable: Bool
        /// Whether its value is used in this program alone; see ``Subject/staysInside``.
        public var staysInside: Bool

        /// Declares an option.
        public init(
            _ key: String, _ type: ValueType = .text, isRepeatable: Bool = false,
            staysInside: Bool = false, _ help: String
        ) {
            self.key = key
            self.type = type
            self.isRepeatable = isRepeatable
            self.staysInside = staysInside
            self.help = help
        }
    }

    /// A key that the kind measures.
    public struct Observable: Sendable {
        /// The key; one that ends in `.` takes a name behind it, such as `header.NAME`.
        public var key: String
        /// What its value must be.
        public var type: ValueType
        /// One line of help.
        public var help: String
        /// Whether people write it (a setting, a migration), so that no broken dependency can
        /// bring a wrong value about.
        public var isConfiguration: Bool
        /// Whether stating it asks no more than whether the subject answers, so that the want of an
        /// answer tells as much as a wrong value.
        public var asksForAnswer: Bool
        /// Whether it equals names too, as a number of heads equals the id of each head.
        public var takesNames: Bool
        /// Whether what it is compared with leaves this program, as the name of something to ask.
        public var leaves: Bool

        /// Declares an observable.
        public init(
            _ key: String, _ type: ValueType, isConfiguration: Bool = false,
            asksForAnswer: Bool = false, takesNames: Bool = false, leaves: Bool = false,
            _ help: String
        ) {
            self.key = key
            self.type = type
            self.isConfiguration = isConfiguration
            self.asksForAnswer = asksForAnswer
            self.takesNames = takesNames
            self.leaves = leaves
            self.help = help
        }

        /// Whether a condition's key names this observable.
        func matches(_ name: String) -> Bool {
            key.hasSuffix(".") ? name.hasPrefix(key) && name.count > key.count : name == key
        }
    }

    /// The observable that a condition's key names.
    public func observable(named name: String) -> Observable? {
        observables.first { $0.matches(name) }
    }

    /// The option of that name.
    public func option(named name: String) -> Option? { options.first { $0.key == name } }

    /// The key of the option that names the component at fault.
    public static let componentKey = "of"
    /// The key of the option that bounds one probe's time.
    public static let timeoutKey = "timeout"

    private static let commonOptions = [
        Option(
            componentKey, .text, staysInside: true, "the component at fault when the line fails"),
        Option(timeoutKey, .duration, staysInside: true, "how long this probe may take"),
    ]
}
