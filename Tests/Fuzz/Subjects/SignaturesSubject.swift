import Catalog
import Logs

/// Signatures in the first piece, one a line, and a log in the second: the matcher of many finds
/// what each finds alone.
struct SignaturesSubject: FuzzSubject {
    let name = "signatures"
    let longestInput = 512

    func read(_ bytes: [UInt8]) async throws(BrokenPromise) {
        let pieces = Pieces(bytes)
        let signatures = pieces.text(0).split(separator: "\n").prefix(8)
            .map { Signature(String($0)) }
        let matcher = SignatureMatcher(signatures)
        for line in LogLines(pieces[1]) {
            let text = LogLine(line).text
            let normalised = Signature.normalised(text)
            let alone = signatures.indices.filter { place in
                !signatures[place].pieces.isEmpty && signatures[place].matches(normalised)
            }
            let together = matcher.matches(in: text)
            try BrokenPromise.unless(
                together == alone, "together \(together), alone \(alone)")
        }
        pieces[1].withUnsafeBufferPointer { log in
            SignatureMatcher(signatures, sample: log).scan(log) { _, _ in true }
        }
    }
}
