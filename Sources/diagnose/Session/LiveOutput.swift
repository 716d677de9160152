import Redaction
import Report
import Synchronization

/// Shows what a command prints while it runs: line by line, secrets and whatever would steer a
/// terminal taken out.
///
/// Lines are redacted as they come, for somebody waits for them; a private key, the one secret that
/// has many lines, is held back until it is whole.
final class LiveOutput: Sendable {
    /// The most bytes that wait for the end of a line or of a key.
    private static let mostWaiting = 128 << 10
    private static let keyBegins = Array("-----BEGIN ".utf8)
    private static let keyEnds = Array("-----END ".utf8)

    private let redactor: Redactor
    private let show: @Sendable (String) -> Void
    private let waiting = Mutex<[UInt8]>([])

    /// Begins to show.
    ///
    /// - Parameters:
    ///   - redactor: Takes secrets out.
    ///   - show: Takes whole lines, ended.
    init(_ redactor: Redactor, show: @escaping @Sendable (String) -> Void) {
        self.redactor = redactor
        self.show = show
    }

    /// Takes bytes as they come.
    func append(_ bytes: [UInt8]) {
        waiting.withLock { waiting in
            // Only the new bytes can end a line: what waits is not looked through again.
            let end = bytes.lastIndex(of: 0x0A).map { waiting.count + $0 + 1 }
            waiting += bytes
            let isFull = waiting.count > Self.mostWaiting
            let ready = isFull ? waiting.count : end ?? 0
            guard ready > 0, isFull || !Self.isWithinKey(waiting[..<ready]) else { return }
            flush(waiting[..<ready])
            waiting.removeFirst(ready)
        }
    }

    /// Shows what is left.
    func finish() {
        waiting.withLock { waiting in
            flush(waiting[...])
            waiting = []
        }
    }

    private func flush(_ bytes: ArraySlice<UInt8>) {
        if bytes.isEmpty { return }
        var text = redactor.redact(String(decoding: bytes, as: UTF8.self))
        if text.hasSuffix("\n") { text.removeLast() }
        show(
            text.split(separator: "\n", omittingEmptySubsequences: false)
                .map { "  | " + String($0).printableLine }.joined())
    }

    /// Whether a key has begun that has not ended.
    private static func isWithinKey(_ bytes: ArraySlice<UInt8>) -> Bool {
        guard let begin = bytes.lastRange(of: keyBegins) else { return false }
        return bytes[begin.upperBound...].firstRange(of: keyEnds) == nil
    }
}

extension ArraySlice<UInt8> {
    /// The last place of a word, found in one pass.
    fileprivate func lastRange(of word: [UInt8]) -> Range<Int>? {
        guard count >= word.count else { return nil }
        for start in stride(from: endIndex - word.count, through: startIndex, by: -1)
        where self[start] == word[0] && self[start..<start + word.count].elementsEqual(word) {
            return start..<start + word.count
        }
        return nil
    }

    /// The first place of a word.
    fileprivate func firstRange(of word: [UInt8]) -> Range<Int>? {
        guard count >= word.count else { return nil }
        for start in startIndex...(endIndex - word.count)
        where self[start] == word[0] && self[start..<start + word.count].elementsEqual(word) {
            return start..<start + word.count
        }
        return nil
    }
}
