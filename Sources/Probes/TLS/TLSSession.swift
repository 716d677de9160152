import Machine

/// What `openssl s_client` printed about a connection.
///
/// What the server sends over it stands there too, behind all else, so that only the first of each
/// thing counts.
struct TLSSession: Sendable, Hashable {
    /// The server's own certificate in PEM.
    var certificate: String?
    /// The subject and issuer of each certificate that the server sent, its own first.
    var chain: [Link] = []
    /// What openssl finds wrong with the chain; nothing where it leads to a trusted certificate.
    var complaints: [ChainComplaint] = []
    /// The version agreed on, such as `TLSv1.3`.
    var version: String?
    /// Whether a connection came about.
    var isConnected = false
    /// Why the handshake failed in the library's words, such as `tlsv1 alert protocol version`.
    var reason: String?
    /// The first line on standard error.
    var complaint = "it printed nothing"
    /// Whether connecting or sending failed.
    var hasLostConnection = false

    /// A certificate of the chain by its names.
    struct Link: Sendable, Hashable {
        /// Whose it is.
        var subject: String
        /// Who signed it.
        var issuer = ""
    }

    /// Reads both outputs.
    init(_ result: CommandResult) {
        let output = result.output
        certificate = Self.certificate(in: output)
        read(output: output)
        read(error: result.errorOutput)
    }

    private static func certificate(in output: String) -> String? {
        let end = "-----END CERTIFICATE-----"
        guard let first = output.firstRange(of: "-----BEGIN CERTIFICATE-----") else { return nil }
        let rest = output[first.lowerBound...]
        return rest.firstRange(of: end).map { String(rest[..<$0.upperBound]) + "\n" }
    }

    private mutating func read(output: String) {
        var isInChain = false
        for line in output.split(separator: "\n", omittingEmptySubsequences: false) {
            if line.hasPrefix("CONNECTED") { isConnected = true }
            if line == "Certificate chain" { isInChain = chain.isEmpty }
            if line == "---" { isInChain = isInChain && chain.isEmpty }
            if isInChain { readLink(line) }
            // The cipher names the version, but for older ones the version that introduced it.
            if line.hasPrefix("New, TLSv1.3") { version = version ?? "TLSv1.3" }
            let words = line.split { $0 == " " || $0 == ":" }
            if words.count == 2, words[0] == "Protocol" { version = version ?? String(words[1]) }
        }
    }

    /// ` 0 s:CN = localhost` and `   i:CN = Authority`
    private mutating func readLink(_ line: Substring) {
        let text = line.drop { $0 == " " || $0.isNumber }
        if text.hasPrefix("s:") {
            chain.append(Link(subject: PlainText.line(of: text.dropFirst(2))))
        } else if text.hasPrefix("i:"), var last = chain.popLast() {
            last.issuer = PlainText.line(of: text.dropFirst(2))
            chain.append(last)
        }
    }

    private mutating func read(error: String) {
        var place = (depth: 0, subject: "")
        let lines = error.split(separator: "\n").map {
            PlainText.line(of: $0, limit: PlainText.shownLine)
        }
        complaint = lines.first ?? complaint
        for line in lines {
            if line.hasPrefix("depth=") {
                let words = line.dropFirst("depth=".count)
                let digits = words.prefix { $0.isNumber }
                place = (Int(digits) ?? 0, String(words.dropFirst(digits.count + 1)))
            } else if line.hasPrefix("verify error:num=") {
                let words = line.dropFirst("verify error:num=".count)
                let digits = words.prefix { $0.isNumber }
                complaints.append(
                    ChainComplaint(
                        number: Int(digits) ?? 0, words: String(words.dropFirst(digits.count + 1)),
                        depth: place.depth, subject: place.subject))
            } else if line.contains(":errno=") {
                hasLostConnection = true
            } else if reason == nil {
                reason = Self.reason(in: line)
            }
        }
    }

    /// `…:error:0A00010B:SSL routines:ssl3_get_record:wrong version number:…`
    private static func reason(in line: String) -> String? {
        let parts = line.split(separator: ":", omittingEmptySubsequences: false)
        guard let error = parts.firstIndex(of: "error"), parts.count > error + 4,
            parts[error + 2] == "SSL routines"
        else { return nil }
        return String(parts[error + 4])
    }

    /// Whether what answered is no TLS, by the names of OpenSSL's reasons (`SSL_R_…`).
    var isNotTLS: Bool {
        let reasons = [
            "wrong version number", "http request", "https proxy request", "unknown protocol",
            "packet length too long", "record too small", "bad record type",
        ]
        return reason.map(reasons.contains) ?? false
    }

    /// Whether the server ended the connection instead of answering.
    var hasEnded: Bool {
        reason.map { $0.contains("unexpected eof") || $0.contains("handshake failure:EOF") }
            ?? true
    }
}
