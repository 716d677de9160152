import Machine

/// A JSON Web Token (RFC 7519) in the compact form (RFC 7515, 3.1; RFC 7516, 3.1), taken apart
/// but not verified.
struct JSONWebToken: Sendable, Hashable {
    /// Why a text is no token; never with any of its text.
    struct Malformed: Error, Hashable {
        /// The reason in a few words.
        let reason: String
    }

    /// The members of the header.
    let header: [String: JSONValue]
    /// The claims; `nil` where they are encrypted.
    let claims: [String: JSONValue]?

    /// The most bytes of a token that is read; servers take no header field that long.
    static let longest = 256 << 10

    /// Takes a token apart.
    init(_ text: String) throws(Malformed) {
        if text.isEmpty { throw Malformed(reason: "it is empty") }
        guard text.utf8.count <= Self.longest else {
            throw Malformed(reason: "it is longer than \(Self.longest >> 10) KB")
        }
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        switch parts.count {
        case 3: (header, claims) = try Self.signed(parts)
        case 5: (header, claims) = (try Self.encrypted(parts), nil)
        case let count:
            throw Malformed(reason: "it has \(count == 1 ? "1 part" : "\(count) parts"), not 3")
        }
    }

    /// The token without what is often copied with it: blanks around it, `Bearer ` in front
    /// (RFC 6750, 2.1), in any case (RFC 9110, 11.1).
    static func bare(_ text: String) -> String {
        var words = text.split(whereSeparator: \.isWhitespace)
        if words.count > 1, words.first?.lowercased() == "bearer" { words.removeFirst() }
        return words.joined(separator: " ")
    }

    /// What must not be shown: the token and its parts, but no short text that is no token.
    static func secrets(in token: String) -> [String] {
        let parts = token.split(separator: ".").map(String.init)
        return ([token] + parts).filter { $0.utf8.count >= shortestSecret }
    }

    private static let shortestSecret = 16

    /// Header, claims and signature of a signed token, or one that says it is unsigned.
    private static func signed(
        _ parts: [Substring]
    ) throws(Malformed) -> ([String: JSONValue], [String: JSONValue]) {
        let header = try object(parts[0], "header")
        let claims = try object(parts[1], "payload")
        _ = try bytes(parts[2], "signature")
        guard let algorithm = header["alg"]?.string else {
            throw Malformed(reason: "its header names no alg")
        }
        // RFC 7518, 3.6; anything else has a signature.
        guard (algorithm == "none") == parts[2].isEmpty else {
            throw Malformed(
                reason: parts[2].isEmpty
                    ? "it lacks its signature" : "it has a signature, though its alg is none")
        }
        return (header, claims)
    }

    /// The header of an encrypted token, whose key and vector may be empty (RFC 7516, 7.1).
    private static func encrypted(_ parts: [Substring]) throws(Malformed) -> [String: JSONValue] {
        let header = try object(parts[0], "header")
        for part in parts.dropFirst() { _ = try bytes(part, "encrypted content") }
        guard header["alg"]?.string != nil, header["enc"]?.string != nil else {
            throw Malformed(reason: "it has 5 parts, but its header names no alg and enc")
        }
        return header
    }

    private static func bytes(_ part: Substring, _ name: String) throws(Malformed) -> [UInt8] {
        guard let bytes = Base64Text.bytes(of: part, .url) else {
            throw Malformed(reason: "its \(name) is not base64url")
        }
        return bytes
    }

    private static func object(
        _ part: Substring, _ name: String
    ) throws(Malformed) -> [String: JSONValue] {
        let decoded = try bytes(part, name)
        let document: JSONValue
        do throws(JSONFailure) {
            document = try JSONValue(parsing: decoded)
        } catch {
            throw Malformed(reason: "its \(name) is \(error.summary)")
        }
        guard let members = document.object else {
            throw Malformed(reason: "its \(name) is no JSON object")
        }
        return members
    }
}

extension JSONWebToken {
    /// A time that a claim may state, in seconds since 1970 (RFC 7519, 2: NumericDate, which need
    /// not be whole).
    enum Time: Hashable {
        /// The token has no such claim.
        case missing
        /// The claim is no number, and what it is instead.
        case malformed(String)
        /// The seconds.
        case seconds(Double)
    }

    /// The time that a claim states.
    func time(_ claim: String) -> Time {
        switch claims?[claim] {
        case nil: .missing
        case .number(let digits):
            Double(digits).flatMap { $0.isFinite ? .seconds($0) : nil }
                ?? .malformed("\(claim) is beyond all time")
        case .string: .malformed("\(claim) is a text, not a number")
        case .null, .bool, .array, .object: .malformed("\(claim) is not a number")
        }
    }

    /// What is wrong with a token that can be read: a time that is none.
    var mistake: String? {
        for claim in ["exp", "nbf", "iat"] {
            if case .malformed(let reason) = time(claim) { return reason }
        }
        return nil
    }

    /// The texts of a claim that is one text or a list of them.
    func texts(of claim: String) -> [String] {
        guard let value = claims?[claim] else { return [] }
        return value.array?.map(\.text) ?? [value.text]
    }

    /// Its scopes, each once: `scope` (RFC 8693, 4.2), and `scp`, `scopes` and `permissions`, as
    /// issuers such as Entra ID, Okta and Auth0 name them; texts are separated by blanks.
    var scopes: [String] {
        var seen: Set<String> = []
        return ["scope", "scp", "scopes", "permissions"].flatMap(texts)
            .flatMap { $0.split(whereSeparator: \.isWhitespace).map(String.init) }
            .filter { seen.insert($0).inserted }
    }
}
