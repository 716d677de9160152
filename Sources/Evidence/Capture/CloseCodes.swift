import Catalog

/// Counts WebSocket close codes (RFC 6455, 7.4) and attempts to reconnect in captured logs.
struct CloseCodes: Sendable {
    private struct Key: Hashable, Comparable {
        var code: Int
        var log: String

        static func < (left: Key, right: Key) -> Bool {
            (left.code, left.log) < (right.code, right.log)
        }
    }

    private var counts: [Key: Int] = [:]
    private var reconnects: [String: Int] = [:]
    private let meanings: [Int: [String]]
    private let hasLogs: Bool

    /// Words one of which stands not far in front of a code.
    private static let leads = [
        "code", "close", "closed", "closing", "disconnect", "disconnected", "received", "sent",
        "websocketdisconnect",
    ]
    /// How many words may stand between.
    private static let reach = 3
    /// The start of a longer line is enough.
    private static let longestLine = 4096

    /// Counts in logs, a file each.
    init(in logs: [BundleItem], knowing runbooks: [Runbook]) {
        hasLogs = !logs.isEmpty
        meanings = runbooks.flatMap(\.entries).filter { $0.kind == .code }
            .reduce(into: [:]) { meanings, entry in
                guard let code = Int(entry.localID.drop { !$0.isNumber }) else { return }
                meanings[code, default: []].append("\(entry.id): \(entry.title)")
            }
        for item in logs {
            for line in item.bytes.split(separator: 0x0A) {
                count(Self.words(of: line.prefix(Self.longestLine)), in: item.path)
            }
        }
    }

    private mutating func count(_ words: [String], in log: String) {
        if words.contains(where: { $0.hasPrefix("reconnect") }) { reconnects[log, default: 0] += 1 }
        for (position, word) in words.enumerated() {
            guard word.utf8.count == 4, let code = Int(word), Self.isCloseCode(code) else {
                continue
            }
            let before = words[max(0, position - Self.reach)..<position]
            guard before.contains(where: Self.leads.contains) else { continue }
            counts[Key(code: code, log: log), default: 0] += 1
            return
        }
    }

    /// The codes of the protocol, of its registry and of applications (RFC 6455, 7.4.1 and 7.4.2).
    private static func isCloseCode(_ code: Int) -> Bool {
        (1000...1015).contains(code) || (3000...4999).contains(code)
    }

    /// The words of a line in small letters: runs of letters and digits.
    private static func words(of line: ArraySlice<UInt8>) -> [String] {
        line.split { byte in
            !(0x30...0x39).contains(byte) && !(0x61...0x7A).contains(byte | 0x20)
        }
        .map { String(decoding: $0, as: UTF8.self).lowercased() }
    }

    /// The counts as a file; nothing where there are no logs to count in.
    var captured: Captured {
        guard hasLogs else {
            return Captured(missing: "close codes and reconnects", because: "there are no logs")
        }
        var lines = ["close codes, and how often each stands in a log:"]
        for key in counts.keys.sorted() {
            let meaning = (meanings[key.code] ?? []).sorted().joined(separator: "; ")
            lines.append(
                "  \(key.code)  \(counts[key] ?? 0)  \(key.log)"
                    + (meaning.isEmpty ? "" : "  \(meaning)"))
        }
        if counts.isEmpty { lines.append("  none") }
        lines += ["", "lines about reconnecting:"]
        lines += reconnects.sorted { $0.key < $1.key }.map { "  \($0.value)  \($0.key)" }
        if reconnects.isEmpty { lines.append("  none") }
        let text = lines.joined(separator: "\n") + "\n"
        return Captured(
            items: [
                BundleItem(
                    "\(BundleLayout.collected)/close-codes.txt", text, source: "the captured logs")
            ])
    }
}
