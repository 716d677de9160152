import Catalog
import Machine

/// Puts one reading query to the database of a compose service, through its own client.
///
/// Use it for what only the data can tell: a tenant that is missing, jobs that pile up, a
/// migration that left rows behind, a database that no longer answers in time.
///
///     sql database query="SELECT 1 FROM tenants WHERE slug='${slug}'"   # the tenant does not exist
///     sql database query="SELECT count(*) FROM jobs WHERE state='failed'" value<10
///     sql database query="SELECT pg_is_in_recovery()" value=false
///     sql database query="SELECT count(*) FROM booths" latency<500ms
///     sql backend client=sqlite3 database=/data/app.db query="PRAGMA quick_check" value=ok
///     sql backend host=db.internal user=app password=${DB_PASSWORD} client=psql query="SELECT 1"
///
/// The client runs in the service's container (`docker compose exec -T SERVICE psql …`) and asks
/// the server there, or the one at `host`. Client, user, database and password are those that the
/// container's environment names for its image, unless the line says otherwise. The password is
/// passed on in a variable and stands on no command line.
///
/// A query is one statement that only reads: it begins with SELECT, WITH, SHOW, EXPLAIN, VALUES,
/// TABLE or a reading PRAGMA, and neither a second statement nor `INTO`, a client's own command or
/// a function that does more than reading stands in it. It is asked in a session that may not write
/// and gives up a little before the probe does. What a query needs and the database lacks (a table,
/// a right, a free connection) fails the line; a query that it can't make sense of is unknown.
///
/// A line that states nothing wants `rows>=1`.
public struct SQLProbe: ProbeKind {
    /// Makes the kind.
    public init() {}

    /// What the kind declares of itself.
    public let schema = ProbeSchema(
        kind: "sql",
        abstract: "Puts one reading query to the database of a compose service.",
        subject: .init("SERVICE", "the compose service in whose container the client runs"),
        options: [
            .init(queryKey, .text, "the query: one statement that only reads"),
            .init("client", .text, "psql, mysql or sqlite3, unless the image tells"),
            .init("user", .text, "who asks, unless the container's environment tells"),
            .init("database", .text, "which database is asked; for sqlite3 its file"),
            .init("password", .text, "the user's password, unless the environment tells"),
            .init("host", .text, "where the server is, unless in the container itself"),
        ],
        observables: [
            .init("rows", .number, "how many rows the query gives"),
            .init("value", .text, "the first column of the first row"),
            .init("latency", .duration, "how long the query takes, by the client's clock"),
        ],
        defaultConditions: ["rows>=1"],
        examples: [
            "sql database query=\"SELECT 1 FROM tenants WHERE slug='acme'\" # no such tenant",
            "sql database query=\"SELECT count(*) FROM jobs\" value<100 # jobs pile up",
            "sql database query=\"SELECT 1\" latency<500ms # the database is slow",
        ])

    private static let queryKey = "query"

    /// The service itself.
    public func component(of request: ProbeRequest) -> String { request.subject }

    /// A service has a name.
    public func mistake(in subject: String) -> String? { ServiceName.mistake(in: subject) }

    /// What can be told of a query before its variables are filled in.
    public func mistakes(
        in line: ProbeLine, knowing knowledge: RunbookKnowledge?
    ) -> [String] {
        let values = Dictionary(
            line.conditions.map { ($0.key, $0.value) }, uniquingKeysWith: { first, _ in first })
        guard let query = values[Self.queryKey] else { return ["sql wants query="] }
        if let client = values["client"], !client.contains("${"),
            SQLDialect(rawValue: client) == nil
        {
            return [SQLAsking.unknownClient(client)]
        }
        if query.contains("${") { return [] }
        let dialects = values["client"].flatMap(SQLDialect.init(rawValue:)).map { [$0] }
        let mistakes = (dialects ?? SQLDialect.allCases).map {
            SQLAsking.mistake(in: query, for: $0)
        }
        return mistakes.contains(nil) ? [] : mistakes.prefix(1).compactMap { $0 }
    }

    /// The container's environment knows a password, which is for the server in it.
    public func breach(by request: ProbeRequest, in context: ProbeContext) async -> Breach? {
        request.option("host").map {
            .presentsPassword(to: PlainText.line(of: $0, limit: PlainText.shownLine))
        }
    }

    /// Asks once.
    public func observe(_ request: ProbeRequest, in context: ProbeContext) async -> Observation {
        if let password = request.option("password") { context.redactor.learn(values: [password]) }
        let readings: SQLReadings
        do {
            readings = SQLReadings(
                try await SQLAsking(request, in: context).answer(), redactor: context.redactor)
        } catch {
            return Observation(error.reading(redactor: context.redactor), for: request)
        }
        return Observation(
            readings: Dictionary(
                request.expectations.map { ($0, readings.reading(for: $0)) },
                uniquingKeysWith: { first, _ in first }))
    }
}
