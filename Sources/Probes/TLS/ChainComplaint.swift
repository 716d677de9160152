import Foundation

/// Something that openssl finds wrong with a chain of certificates.
struct ChainComplaint: Sendable, Hashable {
    /// The number of the error (`X509_V_ERR_…` in `x509_vfy.h`, the same in all versions).
    var number: Int
    /// The library's words, which change from version to version.
    var words: String
    /// Where in the chain, the server's own certificate being 0.
    var depth: Int
    /// Whose certificate it is about.
    var subject: String

    private static let issuerUnknown: Set<Int> = [2, 20, 21, 27]
    private static let notYetValid = 9
    private static let expired = 10
    private static let selfSigned = 18
    private static let rootUnknown = 19

    /// What the complaints come to in a few words, the gravest first; `nil` where there are none.
    static func summary(
        of complaints: [ChainComplaint], chain: [TLSSession.Link], certificate: Certificate,
        now: Date
    ) -> String? {
        var texts: [String] = []
        for complaint in complaints {
            let text = complaint.text(chain: chain, certificate: certificate, now: now)
            if !texts.contains(text) { texts.append(text) }
        }
        return texts.isEmpty ? nil : texts.joined(separator: ", ")
    }

    private func text(
        chain: [TLSSession.Link], certificate: Certificate, now: Date
    ) -> String {
        let whose = depth == 0 ? "" : "\(subject) in its chain "
        switch number {
        case Self.selfSigned: return "self-signed"
        case Self.rootUnknown: return "unknown authority \(subject)"
        case Self.expired:
            return depth == 0
                ? "expired \(certificate.age(at: now)) ago" : whose + "has expired"
        case Self.notYetValid:
            return depth == 0
                ? "not valid before \(certificate.firstDay)" : whose + "is not yet valid"
        case _ where Self.issuerUnknown.contains(number):
            return missingIssuer(of: chain, certificate)
        default: return whose + words
        }
    }

    /// The chain stops short: behind the server's own certificate mostly since it does not send its
    /// intermediate one, which a browser may have kept from elsewhere and a program has not.
    private func missingIssuer(of chain: [TLSSession.Link], _ certificate: Certificate) -> String {
        if depth == 0 {
            return "incomplete chain, its issuer \(certificate.issuer) is neither sent by the "
                + "server nor known here"
        }
        let link = chain.first { $0.subject == subject } ?? chain.last
        return "unknown authority \(link?.issuer ?? subject)"
    }
}
