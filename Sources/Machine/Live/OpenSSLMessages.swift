import Foundation

/// What `openssl s_client` writes to standard error (apps/s_client.c, apps/lib/s_cb.c and
/// crypto/err/err_prn.c of OpenSSL 3.0).
struct OpenSSLMessages {
    private let lines: [Substring]

    /// Takes the messages as written.
    init(_ bytes: [UInt8]) {
        // The subject of a certificate says whatever its maker wants.
        lines = String(decoding: bytes, as: UTF8.self).split(whereSeparator: \.isNewline)
            .filter { !$0.hasPrefix("depth=") }
    }

    /// Whether the handshake is done, as `-brief` makes it tell.
    var tellsOfConnection: Bool { lines.contains("CONNECTION ESTABLISHED") }

    /// Why the program ended; `nil` where it tells of no failure.
    var failure: SocketFailure? { lacking ?? refusal ?? mistrust ?? broken ?? other }

    /// What this machine lacks.
    private var lacking: SocketFailure? {
        if let line = lines.first(where: { $0.lowercased().contains("unknown option") }) {
            let option = line.split(separator: " ").last { $0.hasPrefix("-") }
            return .unsupported("the openssl here lacks \(option ?? "an option")")
        }
        if lines.contains(where: { $0.contains("calling fopen(") }) {
            return .unsupported("the file of certificate authorities cannot be read")
        }
        if lines.contains(where: { $0.contains("no certificate or crl found") }) {
            return .unsupported("the file of certificate authorities holds no certificate")
        }
        return nil
    }

    /// The other side ended the handshake with an alert (RFC 8446, 6).
    private var refusal: SocketFailure? {
        for line in lines where line.contains("SSL alert number") {
            guard let alert = line.firstRange(of: " alert ") else { continue }
            return .untrusted(
                "the server refused: \(line[alert.upperBound...].prefix { $0 != ":" })")
        }
        return nil
    }

    /// The certificate or the handshake is not as it must be.
    private var mistrust: SocketFailure? {
        let words = lines.joined(separator: "\n").lowercased()
        if let meaning = TLSFailureWords.meaning(of: words) { return .untrusted(meaning) }
        let line = lines.first { $0.hasPrefix("verify error:num=") }
        return line.flatMap { $0.split(separator: ":", maxSplits: 2).last }
            .map { .untrusted(String($0.prefix(Self.reasonLength))) }
    }

    /// The connection broke off; the number is the system's (`errno`).
    private var broken: SocketFailure? {
        for line in lines {
            guard let number = line.firstRange(of: ":errno=") else { continue }
            let code = Int32(line[number.upperBound...]) ?? 0
            // With 0 nothing went wrong in the system: the stream just ended.
            return code == 0 || code == ETIMEDOUT
                ? .closed : SocketFailure(code: code, timeout: .zero)
        }
        return lines.contains { $0.contains("unexpected eof") } ? .closed : nil
    }

    /// OpenSSL's own reason, the sixth part of `ID:error:CODE:LIBRARY:FUNCTION:REASON:FILE:LINE:`.
    private var other: SocketFailure? {
        let parts = lines.lazy.map { $0.split(separator: ":", omittingEmptySubsequences: false) }
            .first { $0.count > 5 && $0[1] == "error" }
        return parts.map { .untrusted(String($0[5].prefix(Self.reasonLength))) }
    }

    private static let reasonLength = 100
}
