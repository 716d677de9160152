/// Why a probe line cannot be read, in words a person can act on.
public struct ProbeLineError: Error, Sendable, Hashable, CustomStringConvertible {
    /// The ways a line can be malformed.
    public enum Problem: Sendable, Hashable {
        /// There is no word at all.
        case empty
        /// A quote is opened and never closed.
        case unclosedQuote
        /// The kind stands alone.
        case missingSubject(kind: String)
        /// A word behind the subject has no comparison in it.
        case missingOperator(word: String)
        /// A comparison has nothing before it.
        case missingKey(word: String)
        /// The first word cannot be a kind.
        case invalidKind(word: String)
    }

    /// What is wrong.
    public var problem: Problem
    /// The column where it is wrong, counted from 1.
    public var column: Int

    /// Makes an error.
    public init(_ problem: Problem, column: Int) {
        self.problem = problem
        self.column = column
    }

    /// The same error without the word it is about, which may be a secret in a wrong place.
    public var withoutWord: ProbeLineError {
        switch problem {
        case .missingOperator: ProbeLineError(.missingOperator(word: "…"), column: column)
        case .missingKey: ProbeLineError(.missingKey(word: "…"), column: column)
        case .invalidKind: ProbeLineError(.invalidKind(word: "…"), column: column)
        case .empty, .unclosedQuote, .missingSubject: self
        }
    }

    /// The form that every line has.
    static let form = "kind subject key=value … # reason"

    /// One sentence without a full stop: what is wrong and what to write instead.
    public var description: String {
        switch problem {
        case .empty:
            "empty probe line; write \(Self.form)"
        case .unclosedQuote:
            "this quote is never closed"
        case .missingSubject(let kind):
            "'\(kind)' has no subject; write \(Self.form)"
        case .missingOperator(let word):
            "'\(word)' has no comparison; write key=value with one of "
                + "= != ~ !~ < <= > >=, and quote a value that has spaces"
        case .missingKey(let word):
            "'\(word)' has nothing before its comparison; write key=value"
        case .invalidKind(let word):
            "'\(word)' is not a probe kind; write \(Self.form)"
        }
    }

    /// The stable rule name for diagnostics.
    var rule: String {
        switch problem {
        case .empty, .invalidKind: "probe-syntax"
        case .unclosedQuote: "probe-unclosed-quote"
        case .missingSubject: "probe-missing-subject"
        case .missingOperator, .missingKey: "probe-missing-operator"
        }
    }
}
