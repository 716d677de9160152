import Machine
import Redaction

/// Finds out how a line's query is to be asked, and asks it.
struct SQLAsking: Sendable {
    private let request: ProbeRequest
    private let context: ProbeContext
    private let service: ServiceClient

    init(_ request: ProbeRequest, in context: ProbeContext) {
        self.request = request
        self.context = context
        service = ServiceClient(of: request.subject, in: context, timeout: request.timeout)
    }

    /// Why there is no answer.
    enum Problem: Error, Sendable, Hashable {
        /// The service or its container is at fault, or can't be reached.
        case service(ServiceTrouble)
        /// The database is.
        case database(SQLTrouble)
        /// The line itself is.
        case line(String)
    }

    /// The share of the time left that the database may use, so that it gives up before the probe.
    private static let share = (numerator: 3, denominator: 4)

    /// The database's answer, with how long it took.
    func answer() async throws(Problem) -> SQLAnswer {
        guard let query = request.option("query") else { throw .line("query= says what to ask") }
        // A query that is refused whatever the client is needs no container.
        if let client = request.option("client") {
            guard let dialect = SQLDialect(rawValue: client) else {
                throw .line(Self.unknownClient(client))
            }
            _ = try Self.statement(query, for: dialect)
        }
        let environment: [String: String]
        do { environment = try await service.environment() } catch { throw .service(error) }
        let dialect = try await dialect(environment)
        let access = SQLAccess(
            of: dialect, user: given("user"), database: given("database"),
            password: given("password"), environment: environment)
        if dialect == .sqlite3, access.database == nil {
            throw .line("sqlite3 wants the database's file: give database=")
        }
        return try await answer(
            to: SQLQuestion(
                statement: try Self.statement(query, for: dialect), user: access.user,
                database: access.database, host: given("host"),
                password: access.password,
                limit: service.remaining * Self.share.numerator / Self.share.denominator),
            from: dialect.client)
    }

    /// The value of an option; a variable that stands for nothing gives none.
    private func given(_ key: String) -> String? {
        request.option(key).flatMap { $0.isEmpty ? nil : $0 }
    }

    private func dialect(_ environment: [String: String]) async throws(Problem) -> SQLDialect {
        if let dialect = request.option("client").flatMap(SQLDialect.init(rawValue:)) {
            return dialect
        }
        let declared = (try? await context.compose.configuration())?.services[request.subject]
        guard
            let dialect = SQLDialect(
                environment: environment, image: declared?.image,
                database: given("database"))
        else {
            throw .line("nothing tells which database \(request.subject) is: give client=")
        }
        return dialect
    }

    private func answer(
        to question: SQLQuestion, from client: any SQLClient
    ) async throws(Problem) -> SQLAnswer {
        var missing: ServiceTrouble?
        for program in client.programs {
            let start = context.world.clock.uptime
            let result: CommandResult
            do {
                result = try await service.run(
                    [program] + client.arguments(for: question),
                    environment: client.environment(for: question))
            } catch {
                guard case .noProgram = error else { throw .service(error) }
                missing = missing ?? error
                continue
            }
            guard result.exitCode == 0 else {
                throw .database(client.trouble(from: result, with: question))
            }
            var answer = client.answer(from: result)
            answer.seconds = answer.seconds ?? (context.world.clock.uptime - start).seconds
            return answer
        }
        throw .service(missing ?? .unknown("no client is known"))
    }

    private static func statement(
        _ query: String, for dialect: SQLDialect
    ) throws(Problem) -> SQLStatement {
        do { return try SQLStatement(query, for: dialect) } catch { throw .line(error.summary) }
    }
}

extension SQLAsking {
    /// What is wrong with a query for that client; `nil` where nothing is.
    static func mistake(in query: String, for dialect: SQLDialect) -> String? {
        do {
            _ = try SQLStatement(query, for: dialect)
            return nil
        } catch {
            return error.summary
        }
    }

    /// What is said of a client that there is not.
    static func unknownClient(_ name: String) -> String {
        "client= is psql, mysql or sqlite3, not '\(name)'"
    }
}

extension SQLAsking.Problem {
    /// What it means for whatever was to be measured; the database's own words are cut to a line.
    func reading(redactor: Redactor) -> Reading {
        switch self {
        case .service(let trouble): trouble.reading
        case .line(let words): .unknown(words)
        case .database(.failed(let words)): .failed(Self.shown(words, redactor))
        case .database(.unknown(let words)): .unknown(Self.shown(words, redactor))
        }
    }

    private static func shown(_ words: String, _ redactor: Redactor) -> String {
        Excerpt.line(of: words, limit: PlainText.shownLine, redactor: redactor)
    }
}

extension SQLDialect {
    /// The client that speaks it.
    fileprivate var client: any SQLClient {
        switch self {
        case .psql: PostgresClient()
        case .mysql: MySQLClient()
        case .sqlite3: SQLiteClient()
        }
    }
}
