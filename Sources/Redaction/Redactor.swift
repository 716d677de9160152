import Synchronization

/// Replaces secrets by tokens such as `[redacted:3]`, the same one for equal secrets; one redactor
/// serves everything that a run puts out.
///
/// Numbers follow the order of the texts given to ``redact(_:)-(String)``, so a run that puts out the
/// same texts in the same order shows the same numbers. Code that runs beside other code uses
/// ``hide(_:)``, whose marks get their numbers later.
public final class Redactor: Sendable {
    private struct State {
        var map: RedactionMap
        /// Values by whether they count only as words of their own.
        var values: [[UInt8]: Bool] = [:]
        /// Words that are secret in one variable and not in another.
        var harmlessWords: Set<[UInt8]> = []
        var patterns: [RedactionPattern] = []
        var hidesPersonal = false
        /// What finds all that; `nil` where something was learnt since.
        var finder: SecretFinder? = SecretFinder()
    }

    private let state: Mutex<State>

    /// Makes a redactor that knows no values yet, only shapes.
    ///
    /// - Parameter number: The highest number among tokens that texts have already, as those of a
    ///   bundle: they stay as they are, and further secrets are counted on from there.
    public init(after number: Int = 0) {
        state = Mutex(State(map: RedactionMap(after: number)))
    }

    /// Adds the values of those variables whose names say secret, and the secrets within others,
    /// such as the password of an address.
    public func learn(_ variables: [String: String]) {
        var secrets: [String] = []
        var harmless: Set<[UInt8]> = []
        for (name, text) in variables where !text.isEmpty {
            if SecretName.isSecret(name) {
                secrets.append(text)
            } else {
                let value = SecretValue(text)
                if value.isWord, value.bytes.count < SecretValue.longestWord {
                    harmless.insert(value.bytes)
                }
            }
            let bytes = Array(text.utf8)
            secrets += ShapeScan.findings(in: bytes).flatMap { finding in
                [bytes[finding.range].text] + (finding.secret.map { [$0.text] } ?? [])
            }
        }
        learn(values: secrets, harmless: harmless)
    }

    /// Adds values that must never be shown; see ``SecretValue`` for those that are too ordinary.
    public func learn(values: [String]) { learn(values: values, harmless: []) }

    private func learn(values: [String], harmless: Set<[UInt8]>) {
        let known = values.map { SecretValue($0) }.filter { $0.reach != .nowhere }
        if known.isEmpty, harmless.isEmpty { return }
        state.withLock { state in
            for value in known where state.values[value.bytes] == nil {
                state.values[value.bytes] = value.reach == .words
                state.finder = nil
            }
            if !harmless.isSubset(of: state.harmlessWords) {
                state.harmlessWords.formUnion(harmless)
                state.finder = nil
            }
        }
    }

    /// Adds a pattern of the team for what must not be shown either.
    public func learn(patterns: [RedactionPattern]) {
        state.withLock { state in
            for pattern in patterns where !state.patterns.contains(pattern) {
                state.patterns.append(pattern)
                state.finder = nil
            }
        }
    }

    /// Hides e-mail addresses, telephone numbers and network addresses from now on.
    public func hidePersonal() {
        state.withLock { state in
            state.hidesPersonal = true
            state.finder = nil
        }
    }

    /// The text with every secret replaced by its token, and every mark by its secret's.
    public func redact(_ text: String) -> String { redact(Array(text.utf8)).text }

    /// The bytes with every secret replaced by its token; bytes that are no UTF-8 stay.
    public func redact(_ bytes: [UInt8]) -> [UInt8] {
        let findings = finder.findings(in: bytes)
        return state.withLock { state in
            var marks = Self.marks(in: bytes)
            marks.removeAll { state.map.secret(markedAt: $0.range.lowerBound, in: bytes) == nil }
            if findings.isEmpty, marks.isEmpty { return bytes }
            for position in marks.indices {
                marks[position].secret = state.map.secret(
                    markedAt: marks[position].range.lowerBound, in: bytes)
            }
            let all = Self.merged(findings, marks)
            return Self.replacing(all, in: bytes) { state.map.token(for: $0) }
        }
    }

    /// The text with every secret behind a mark, which ``redact(_:)-(String)`` turns into a token.
    ///
    /// For texts made side by side: the order of calls does not show in the numbers.
    public func hide(_ text: String) -> String {
        let bytes = Array(text.utf8)
        let findings = finder.findings(in: bytes)
        if findings.isEmpty { return text }
        return state.withLock { state in
            Self.replacing(findings, in: bytes) { state.map.mark(for: $0) }.text
        }
    }

    /// The token of a secret that stands where only its reader knows that it is one; it is looked
    /// for nowhere else.
    public func token(for secret: String) -> String {
        state.withLock { $0.map.token(for: Array(secret.utf8)).text }
    }

    /// The mark of such a secret, for texts made side by side.
    public func mark(for secret: String) -> String {
        state.withLock { $0.map.mark(for: Array(secret.utf8)).text }
    }

    /// Whether something in the text must not be shown; gives no number to it.
    public func findsSecret(in text: String) -> Bool {
        !finder.findings(in: Array(text.utf8)).isEmpty
    }

    /// What finds all that is known by now.
    var finder: SecretFinder {
        state.withLock { state in
            if let finder = state.finder { return finder }
            let values = state.values
                .filter { !state.harmlessWords.contains($0.key) }
                .sorted { $0.key.lexicographicallyPrecedes($1.key) }
            let finder = SecretFinder(
                values: values.map(\.key),
                automaton: ValueAutomaton(values.map { ($0.key, $0.value) }),
                patterns: state.patterns, hidesPersonal: state.hidesPersonal)
            state.finder = finder
            return finder
        }
    }

    /// The token of what was found.
    func token(for finding: SecretFinder.Finding, in bytes: [UInt8]) -> String {
        state.withLock { $0.map.token(for: finding.secret ?? Array(bytes[finding.range])).text }
    }

    private static func marks(in bytes: [UInt8]) -> [SecretFinder.Finding] {
        guard bytes.contains(0xF4) else { return [] }
        return bytes.indices.filter { RedactionMap.isMark(at: $0, in: bytes) }
            .map { SecretFinder.Finding(range: $0..<($0 + 4)) }
    }

    /// Findings and the marks outside them, in order.
    private static func merged(
        _ findings: [SecretFinder.Finding], _ marks: [SecretFinder.Finding]
    ) -> [SecretFinder.Finding] {
        if marks.isEmpty { return findings }
        let covered = findings + marks
        return covered.sorted { $0.range.lowerBound < $1.range.lowerBound }
            .reduce(into: []) { merged, finding in
                if let last = merged.last, finding.range.lowerBound < last.range.upperBound {
                    return
                }
                merged.append(finding)
            }
    }

    private static func replacing(
        _ findings: [SecretFinder.Finding], in bytes: [UInt8], by token: ([UInt8]) -> [UInt8]
    ) -> [UInt8] {
        var result: [UInt8] = []
        result.reserveCapacity(bytes.count)
        var copied = 0
        for finding in findings {
            result += bytes[copied..<finding.range.lowerBound]
            result += token(finding.secret ?? Array(bytes[finding.range]))
            copied = finding.range.upperBound
        }
        return result + bytes[copied...]
    }
}
