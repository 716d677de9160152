import Foundation

#if canImport(FoundationNetworking)
    import FoundationNetworking
#endif

/// What URLSession says of an exchange that failed.
struct PlatformFailure: Sendable, Equatable {
    /// The code in `NSURLErrorDomain`.
    let code: Int
    /// The most particular description: libcurl's own words on Linux.
    let text: String
    /// Whether the head of the response had come.
    var isWithinResponse = false

    /// Takes the platform's words out of its error.
    init(_ error: any Error) {
        let error = error as NSError
        code = error.code
        text = (error.userInfo[NSUnderlyingErrorKey] as? NSError ?? error).localizedDescription
    }

    /// Makes a failure of a code and a text.
    init(code: Int, text: String) {
        self.code = code
        self.text = text
    }

    /// What the failure means, or `nil` where no connection came about for a reason untold.
    ///
    /// The words go before the code: swift-corelibs-foundation has codes for few of libcurl's
    /// errors (`urlErrorCode(for:)` in its MultiHandle.swift), and says "cannot connect" of any
    /// error whatever once one of a host's addresses has refused.
    func meaning(timeout: Duration) -> HTTPFailure? {
        let words = text.lowercased()
        if let broken = BrokenResponseWords.meaning(of: words, isWithinResponse) {
            return .broken(broken)
        }
        if let known = Self.knownWords.first(where: { words.contains($0.words) }) {
            return known.failure
        }
        if let known = TLSFailureWords.meaning(of: words) { return .tls(known) }
        if Self.tlsWords.contains(where: { words.contains($0) }) { return .tls(text) }
        if Self.malformedWords.contains(where: { words.contains($0) }) { return .malformedResponse }
        if words.contains("timed out") { return .timedOut(after: timeout) }
        return meaningOfCode(timeout: timeout)
    }

    private func meaningOfCode(timeout: Duration) -> HTTPFailure? {
        switch code {
        case NSURLErrorTimedOut: .timedOut(after: timeout)
        case NSURLErrorCannotFindHost, NSURLErrorDNSLookupFailed: .nameNotFound
        case NSURLErrorCannotConnectToHost: .refused
        case NSURLErrorNotConnectedToInternet: .unreachable
        case NSURLErrorNetworkConnectionLost, NSURLErrorBadServerResponse: .reset
        case NSURLErrorCannotParseResponse: .malformedResponse
        case NSURLErrorServerCertificateHasBadDate: .tls("the certificate has expired")
        case NSURLErrorServerCertificateNotYetValid: .tls("the certificate is not valid yet")
        case NSURLErrorServerCertificateHasUnknownRoot: .tls("the certificate's issuer is unknown")
        case NSURLErrorServerCertificateUntrusted: .tls("the certificate is not trusted")
        case NSURLErrorSecureConnectionFailed: .tls(text)
        case _ where text.lowercased().contains("connect to"): nil
        default: .other(text)
        }
    }

    /// libcurl's and OpenSSL's words (lib/*.c and lib/vtls/openssl.c of curl 7.88), first fit wins.
    private static let knownWords: [(words: String, failure: HTTPFailure)] = [
        ("could not resolve", .nameNotFound),
        ("connection reset", .reset),
        ("empty reply", .closed),
        ("broken pipe", .reset),
        ("unexpected eof", .closed),
        ("ssl_error_syscall", .reset),
        ("recv failure", .reset),
        ("send failure", .reset),
        ("no route to host", .unreachable),
        ("network is unreachable", .unreachable),
    ]

    private static let tlsWords = ["ssl", "tls", "certificate"]

    /// "Failed writing header" is what remains when swift-corelibs-foundation could not parse one.
    private static let malformedWords = [
        "http/0.9", "failed writing header", "unsupported http", "unsupported response code",
        "header without colon", "nul byte in header",
    ]
}
