import Redaction

/// A pattern of a team in the first piece, a secret value in the second and a text in the third:
/// what was made clean is clean, and a stream makes the same of it.
struct RedactionSubject: FuzzSubject {
    let name = "redaction"
    let longestInput = 512

    func read(_ bytes: [UInt8]) async throws(BrokenPromise) {
        let pieces = Pieces(bytes)
        let patterns = [try? RedactionPattern(pieces.text(0))].compactMap { $0 }
        func redactor() -> Redactor {
            let redactor = Redactor()
            redactor.learn(["SESSION_SECRET": pieces.text(1)])
            redactor.learn(patterns: patterns)
            redactor.hidePersonal()
            return redactor
        }
        let clean = redactor().redact(pieces[2])
        var stream = RedactionStream(redactor())
        let streamed = stream.append(pieces[2]) + stream.finish()
        try BrokenPromise.unless(clean == streamed, "a stream redacts something else")
        let text = String(decoding: clean, as: UTF8.self)
        let secret = pieces.text(1)
        // Shorter values are too ordinary to be hidden everywhere.
        let isHidden =
            secret.utf8.count < 16 || secret.utf8.contains { $0 <= 0x20 || $0 > 0x7E }
            || !text.contains(secret)
        try BrokenPromise.unless(isHidden, "the secret is still there")
    }
}
