/// What a key has encoded in it: the Base64 behind its last `_`.
///
/// Clerk's publishable keys are `pk_test_` or `pk_live_`, then the Base64 of the host of its
/// frontend API with a `$` behind it (`parsePublishableKey` in Clerk's `@clerk/shared`).
struct DecodedKey: Sendable, Hashable {
    /// The text, without a `$` at its end.
    let text: String
    /// Whether the key is one that is made to be public, so that its host may be shown.
    let isPublic: Bool

    /// Decodes a value; `nil` where there is no Base64 of a text in it.
    init?(_ value: String) {
        let separator = value.lastIndex(of: "_")
        let encoded = separator.map { value[value.index(after: $0)...] } ?? value[...]
        guard !encoded.isEmpty, let bytes = Base64Text.bytes(of: encoded, .any),
            let decoded = String(validating: bytes, as: UTF8.self),
            !decoded.unicodeScalars.contains(where: { $0.properties.generalCategory == .control })
        else { return nil }
        let hasEnd = decoded.hasSuffix("$")
        text = hasEnd ? String(decoded.dropLast()) : decoded
        isPublic = hasEnd && value.hasPrefix("pk_") && Address(host: text) != nil
    }
}
