/// What changed around the system between two runs, such as its versions.
public struct SurroundingChange: Sendable, Hashable {
    /// What a change is about.
    public enum Subject: String, Sendable, Hashable, CaseIterable {
        /// Versions of programs.
        case versions
        /// Variables of the environment.
        case environment
        /// Groups of errors in the logs.
        case logs
        /// Commits.
        case commits
        /// Runbooks, by what they say.
        case runbooks
    }

    /// A named value that is another one now.
    public struct Value: Sendable, Hashable {
        /// What it is called.
        public var name: String
        /// What it was.
        public var before: String
        /// What it is.
        public var after: String

        /// Makes one.
        public init(name: String, before: String, after: String) {
            self.name = name
            self.before = before
            self.after = after
        }
    }

    /// What it is about.
    public var subject: Subject
    /// What is there now and was not.
    public var added: [String]
    /// What was there and is no more.
    public var removed: [String]
    /// What is another one now.
    public var changed: [Value]
    /// Why nothing can be told of it, where a bundle has nothing of the sort.
    public var unknown: String?

    /// Makes a change.
    public init(
        _ subject: Subject, added: [String] = [], removed: [String] = [], changed: [Value] = [],
        unknown: String? = nil
    ) {
        self.subject = subject
        self.added = added
        self.removed = removed
        self.changed = changed
        self.unknown = unknown
    }

    /// Whether nothing changed, as far as that is known.
    public var isEmpty: Bool { added.isEmpty && removed.isEmpty && changed.isEmpty }
}
