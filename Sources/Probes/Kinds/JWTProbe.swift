import Catalog
import Machine

/// Looks into a JSON Web Token and never shows it, nor what it says of a person.
///
/// Use it for the token that services talk to each other with, or the one that a user brought: it
/// has expired, it is meant for another audience, it lacks a scope, it is no JWT at all.
///
///     jwt ${INTERNAL_SERVICE_JWT} expired=false remaining>10m
///     jwt ${TOKEN} audience=api issuer~^https:// scope=rooms:write
///     jwt ${TOKEN} alg!=none claim.realm_access.roles=admin
///
/// Name the variable that holds the token; one that is typed in its place is not shown either, but
/// other users of the machine see the words of a command. `Bearer ` in front of it is passed over.
///
/// The signature isn't checked, for that takes a key: a token that passes may still be refused.
///
/// - `valid` says whether it is well-formed: three parts in base64url, a header and claims in JSON
///   (RFC 7515, 3.1; RFC 7519, 7.2), times that are numbers. The claims of an encrypted one (five
///   parts, RFC 7516, 3.1) can't be read.
/// - `expired` compares `exp` with this machine's clock, without leeway; one without `exp` never
///   expires. `age>=0s` says that the clock of the issuer isn't ahead.
/// - `audience` and `scope` equal every single one that the token has: `scope=rooms:write`.
///   `scope` reads the claims `scope`, `scp`, `scopes` and `permissions`.
/// - The name behind `claim.` is one of a claim, or a ``JSONPath`` into them. Claims that may tell
///   who somebody is are compared, but only their length is shown.
///
/// A line that states nothing wants `valid=true expired=false`.
public struct JWTProbe: ProbeKind {
    /// What the kind declares of itself.
    public let schema = ProbeSchema(
        kind: "jwt",
        abstract: "Looks into a JSON Web Token without showing it; the signature isn't checked.",
        subject: .init(
            "TOKEN", "the token, best by the variable that holds it: ${TOKEN}", isSecret: true,
            staysInside: true),
        observables: [
            .init("valid", .boolean, "whether it is well-formed; the signature isn't checked"),
            .init("expired", .boolean, "whether its time is over"),
            .init("remaining", .duration, "how long it is good for yet"),
            .init("age", .duration, "how long ago it was issued"),
            .init("alg", .text, isConfiguration: true, "how it is signed; 'none' where it isn't"),
            .init("kid", .text, isConfiguration: true, "the id of the key that signed it"),
            .init("issuer", .text, isConfiguration: true, "who issued it"),
            .init("audience", .text, isConfiguration: true, "whom it is for; equals each of them"),
            .init("scope", .text, isConfiguration: true, "what it allows; equals each scope"),
            .init("claim.", .text, isConfiguration: true, "any claim, claim.realm_access.roles"),
        ],
        defaultConditions: ["valid=true", "expired=false"],
        examples: [
            "jwt ${INTERNAL_SERVICE_JWT} # services refuse each other: the token has expired",
            "jwt ${TOKEN} remaining>10m audience=api # the token is about to expire",
            "jwt ${TOKEN} scope=rooms:write alg!=none # the token may not open rooms",
        ])

    /// Makes the kind.
    public init() {}

    /// Tokens belong to no running program.
    public func component(of request: ProbeRequest) -> String { "token" }

    /// Reads the token; the redactor learns it, so that no other probe shows it.
    public func observe(_ request: ProbeRequest, in context: ProbeContext) async -> Observation {
        let text = JSONWebToken.bare(request.subject)
        context.redactor.learn(values: JSONWebToken.secrets(in: text))
        let readings = JWTReadings(
            Result { () throws(JSONWebToken.Malformed) in try JSONWebToken(text) },
            now: context.world.clock.now, redactor: context.redactor)
        return readings.observation(for: request)
    }
}
