import Catalog
import Machine

/// Looks at one environment variable and never shows its value.
///
/// Use it for settings that break a system quietly: a variable that nobody set, a host that only
/// containers can find in an address that browsers get, a secret that is too short, two files that
/// no longer agree.
///
///     env ADMIN_PASSWORD in=portal
///     env MEDIAMTX_WHIP_BASE in=portal scheme=https host!=internal
///     env JWT_SECRET file=backend/.env length>=32 same-in=frontend/.env
///     env APP_ENVIRONMENT one-of=staging,production listed-in=.env.example
///
///     env LIVEKIT_API_SECRET same-across=portal,agent,egress
///     env CLERK_SECRET_KEY in=portal same-match=CLERK_PUBLISHABLE_KEY pattern=_(test|live)_
///     env CLERK_PUBLISHABLE_KEY in=portal decoded=clerk.example.com
///
/// - `in=SERVICE` asks the running container of a compose service (`docker compose exec -T
///   SERVICE env`). Where that can't be asked, the environment that the compose file declares for
///   it counts instead, and the verdict says so.
/// - `file=PATH` reads a dotenv file, as ``DotEnvFile`` describes.
/// - Without either, the environment of this process counts, then the dotenv files given with
///   `--env-file`, or `.env`; the first that sets the variable wins.
///
/// - `same-across=` looks into several services as `in=` does and compares what they have, with
///   each other and, where the line says `in=` or `file=`, with that.
/// - `same-match=` compares the first match of `pattern=` in the value with the one in another
///   variable of the same place.
///
/// `host` also equals `internal` where only machines beside the named one can find it (a compose
/// service, a name without a dot, `host.docker.internal`), and `loopback` for this machine itself,
/// which is `internal` too. A line that states nothing wants `set=true empty=false`.
public struct EnvironmentProbe: ProbeKind {
    /// What the kind declares of itself.
    public let schema = ProbeSchema(
        kind: "env",
        abstract: "Looks at one environment variable without showing its value.",
        subject: .init("NAME", "the variable's name", staysInside: true),
        options: [
            .init("in", .text, "the compose service whose environment counts"),
            .init("file", .text, "the dotenv file that counts"),
            .init("pattern", .pattern, staysInside: true, "what same-match= compares"),
        ],
        observables: [
            EnvironmentProbe.setting("set", .boolean, "whether it is set, be it to nothing"),
            EnvironmentProbe.setting("empty", .boolean, "whether its value is empty"),
            EnvironmentProbe.setting("length", .number, "how many characters its value has"),
            EnvironmentProbe.setting("scheme", .text, "the scheme, where the value is a URL"),
            EnvironmentProbe.setting(
                "host", .text, "the host of the value; also 'internal' or 'loopback'"),
            EnvironmentProbe.setting(
                "port", .number, "the port of the value, or the one of its scheme"),
            EnvironmentProbe.setting("matches", .pattern, "a pattern found in the value"),
            EnvironmentProbe.setting("one-of", .list, "the values that are right"),
            EnvironmentProbe.setting("same-in", .list, "dotenv files that hold the same value"),
            .init(
                "same-across", .list, isConfiguration: true, leaves: true,
                "compose services that hold the same value"),
            EnvironmentProbe.setting(
                "same-match", .text, "a variable in which pattern= matches the same text"),
            EnvironmentProbe.setting(
                "decoded", .text, "the Base64 behind the last '_', a '$' at its end left out"),
            EnvironmentProbe.setting("listed-in", .text, "a dotenv file that names the variable"),
            EnvironmentProbe.setting("value", .text, "the value; compared, not shown"),
        ],
        defaultConditions: ["set=true", "empty=false"],
        examples: [
            "env ADMIN_PASSWORD in=portal # the portal has no admin password",
            "env WHIP_BASE in=portal scheme=https host!=internal # browsers can't find the host",
            "env JWT_SECRET length>=32 same-in=frontend/.env # the two sides don't agree",
            "env APP_ENVIRONMENT one-of=staging,production # it runs as something else",
            "env LIVEKIT_API_SECRET same-across=portal,agent # the agent can't join rooms",
        ])

    /// Makes the kind.
    public init() {}

    private static func setting(
        _ key: String, _ type: ValueType, _ help: String
    ) -> ProbeSchema.Observable {
        .init(key, type, isConfiguration: true, help)
    }

    /// The service that is asked, else the configuration.
    public func component(of request: ProbeRequest) -> String {
        request.option("in") ?? "configuration"
    }

    /// Files are looked into below the working directory only.
    public func breach(by request: ProbeRequest, in context: ProbeContext) async -> Breach? {
        let compared = request.expectations.flatMap { expectation -> [String] in
            switch expectation.key {
            case "listed-in": [expectation.value]
            case "same-in": expectation.list
            default: []
            }
        }
        return await ReadableArea(in: context.world, within: request.timeout)
            .breach(byReading: request.values(of: "file") + compared)
    }

    /// Looks the variable up once, and in further files where conditions name some.
    public func observe(_ request: ProbeRequest, in context: ProbeContext) async -> Observation {
        let source = EnvironmentSource(context: context, timeout: request.timeout)
        let lookup = await source.lookup(request)
        let variable = EnvironmentReadings(
            request: request, lookup: lookup, source: source, context: context)
        var readings: [Expectation: Reading] = [:]
        for expectation in request.expectations {
            readings[expectation] = await variable.reading(for: expectation)
        }
        return Observation(readings: readings, evidence: lookup.notes)
    }
}
