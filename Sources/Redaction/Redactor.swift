import Synchronization

/// Replaces secrets by tokens that are stable within one run, so that equal ones stay equal.
public final class Redactor: Sendable {
    private struct State {
        /// Known secret values, longest first, so that a secret within a secret is not torn.
        var values: [String] = []
        var tokens: [String: String] = [:]
    }

    private let state = Mutex(State())

    /// The least length of a value that is looked for; shorter ones would hit ordinary words.
    public static let shortestValue = 6

    /// Makes a redactor that knows no values yet, only shapes.
    public init() {}

    /// Adds the values of those variables whose names say secret.
    public func learn(_ variables: [String: String]) {
        let secrets = variables.filter { SecretName.isSecret($0.key) }.map(\.value)
        learn(values: secrets + variables.values.compactMap(SecretShape.addressPassword(of:)))
    }

    /// Adds values that must never be shown.
    public func learn(values: [String]) {
        state.withLock { state in
            let known = Set(state.values).union(
                values.filter { $0.utf8.count >= Self.shortestValue })
            state.values = known.sorted { ($0.utf8.count, $0) > ($1.utf8.count, $1) }
        }
    }

    /// The text with every known secret and every secret shape replaced by its token.
    public func redact(_ text: String) -> String {
        state.withLock { state in
            var result = text
            for value in state.values where result.contains(value) {
                let token = Self.token(for: value, in: &state)
                result = result.split(separator: value, omittingEmptySubsequences: false)
                    .joined(separator: token)
            }
            return Self.withoutShapes(result, in: &state)
        }
    }

    private static func withoutShapes(_ text: String, in state: inout State) -> String {
        let bytes = Array(text.utf8)
        let secrets = SecretShape.ranges(in: bytes)
        if secrets.isEmpty { return text }
        var result: [UInt8] = []
        var copied = 0
        for range in secrets where !bytes.holds("[redacted:", at: range.lowerBound) {
            result += bytes[copied..<range.lowerBound]
            result += token(for: String(decoding: bytes[range], as: UTF8.self), in: &state).utf8
            copied = range.upperBound
        }
        return String(decoding: result + bytes[copied...], as: UTF8.self)
    }

    private static func token(for value: String, in state: inout State) -> String {
        if let token = state.tokens[value] { return token }
        let token = "[redacted:\(state.tokens.count + 1)]"
        state.tokens[value] = token
        return token
    }
}
