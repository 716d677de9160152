/// One line of a `probe` block as written: `kind subject key<op>value … # reason`.
///
/// What the keys mean is the business of the kind; this is syntax alone.
public struct ProbeLine: Sendable, Hashable {
    /// The line as written, without its reason, trimmed.
    public var text: String
    /// The probe kind, the first word.
    public var kind: String
    /// What it looks at, the second word; may hold `${NAME}`.
    public var subject: String
    /// The `key<op>value` words in order.
    public var conditions: [Condition]
    /// What is wrong when the line fails, the comment behind `#`.
    public var reason: String?
    /// Where it stands.
    public var location: SourceLocation

    /// Makes a line.
    public init(
        text: String, kind: String, subject: String, conditions: [Condition], reason: String?,
        location: SourceLocation
    ) {
        self.text = text
        self.kind = kind
        self.subject = subject
        self.conditions = conditions
        self.reason = reason
        self.location = location
    }
}

/// One `key<op>value` word of a probe line.
public struct Condition: Sendable, Hashable {
    /// The comparisons a line may state.
    public enum Operator: String, Sendable, Hashable, CaseIterable {
        /// `=`
        case equal = "="
        /// `!=`
        case notEqual = "!="
        /// `~`, a Swift Regex found somewhere in the value
        case matches = "~"
        /// `!~`
        case doesNotMatch = "!~"
        /// `<`
        case less = "<"
        /// `<=`
        case lessOrEqual = "<="
        /// `>`
        case greater = ">"
        /// `>=`
        case greaterOrEqual = ">="
    }

    /// The option or observable.
    public var key: String
    /// The comparison.
    public var comparison: Operator
    /// The value, quotes removed; may hold `${NAME}`.
    public var value: String
    /// The column of the key in its line's file.
    public var column: Int

    /// Makes a condition.
    public init(key: String, comparison: Operator, value: String, column: Int) {
        self.key = key
        self.comparison = comparison
        self.value = value
        self.column = column
    }
}
