/// What OpenSSL's words for a failed handshake mean, whoever passes them on.
enum TLSFailureWords {
    /// The meaning of a text in lower case, for a verdict; `nil` where it says nothing known.
    static func meaning(of words: String) -> String? {
        table.first { words.contains($0.words) }?.meaning
    }

    /// Words of OpenSSL 1.1 and 3.0 (crypto/x509/x509_txt.c, ssl/ssl_err.c) and of curl 7.88
    /// (lib/vtls/openssl.c), first fit wins.
    private static let table: [(words: String, meaning: String)] = [
        ("certificate has expired", "the certificate has expired"),
        ("certificate is not yet valid", "the certificate is not valid yet"),
        ("in certificate chain", "the certificate's issuer is unknown"),
        ("self-signed", "the certificate is self-signed"),
        ("self signed", "the certificate is self-signed"),
        ("local issuer certificate", "the certificate's issuer is unknown"),
        ("verify the first certificate", "the certificate's issuer is unknown"),
        ("subject name", "the certificate is for another host"),
        ("hostname mismatch", "the certificate is for another host"),
        ("ip address mismatch", "the certificate is for another host"),
        ("wrong version number", "the port does not speak TLS"),
        ("packet length too long", "the port does not speak TLS"),
    ]
}
