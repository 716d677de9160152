import Catalog

/// How well a query and the signatures of an entry agree.
struct SignatureMatch {
    /// How much of a signature the query has, or the other way round, from 0 to 1.
    var strength: Float = 0
    /// The literal bytes that both have.
    var literalCount = 0
    /// Whether the query is that signature and hardly anything else.
    var isExact = false

    /// The signature as the runbook has it, where both have something.
    private(set) var text: String?

    /// Neither has anything of the other.
    static let none = SignatureMatch()

    private init() {}

    /// Fewer literal bytes than these are no error message.
    private static let shortestMessage = 12

    /// Compares a query, normalised already, with the signatures of an entry.
    init(query: [UInt8], querySignature: Signature, entry: Entry) {
        guard query.count >= 3 else { return }
        for text in entry.signatures {
            let candidate = SignatureMatch(query, querySignature, Signature.normalised(text))
            if candidate.isBetter(than: self) {
                self = candidate
                self.text = text
            }
        }
    }

    private init(_ query: [UInt8], _ querySignature: Signature, _ text: [UInt8]) {
        let signature = Signature(normalised: text)
        let total = signature.literalCount
        guard total > 0 else { return }
        let matched = signature.matchedLiteralCount(in: query)
        if matched == total {
            strength = 1
            literalCount = total
            isExact = Self.isDistinctive(text) && total * 10 >= query.count * 6
            return
        }
        if Self.isDistinctive(query), querySignature.matches(text) {
            strength = 1
            literalCount = query.count
            isExact = true
            return
        }
        guard matched >= Self.shortestMessage, matched * 2 >= min(total, query.count) else {
            return
        }
        strength = Float(matched) / Float(max(total, matched))
        literalCount = matched
    }

    private func isBetter(than other: SignatureMatch) -> Bool {
        if isExact != other.isExact { return isExact }
        return strength * Float(literalCount) > other.strength * Float(other.literalCount)
    }

    /// Whether a text is a message or a code rather than a plain word: several words, or an
    /// identifier.
    private static func isDistinctive(_ text: [UInt8]) -> Bool {
        guard text.count >= 3 else { return false }
        if text.contains(where: { $0.isASCIIDigit || $0 == UInt8(ascii: "_") }) { return true }
        return text.count >= shortestMessage && text.contains(0x20)
    }
}
