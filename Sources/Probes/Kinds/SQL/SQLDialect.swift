/// The clients that can put a query, each with its own language.
enum SQLDialect: String, Sendable, Hashable, CaseIterable {
    /// PostgreSQL's client.
    case psql
    /// The client of MySQL and MariaDB.
    case mysql
    /// SQLite's shell.
    case sqlite3

    /// What a statement that only reads may begin with.
    var openings: Set<String> {
        switch self {
        case .psql: ["select", "with", "show", "explain", "values", "table"]
        case .mysql:
            ["select", "with", "show", "explain", "describe", "desc", "values", "table"]
        case .sqlite3: ["select", "with", "explain", "values", "pragma"]
        }
    }

    /// The client of a service by what its environment, image and database say; `nil` where they
    /// say nothing.
    ///
    /// The variables are those of the official images (`POSTGRES_DB`, `MYSQL_DATABASE`,
    /// `MARIADB_DATABASE`), of Bitnami's (`POSTGRESQL_DATABASE`) and of the clients themselves.
    init?(environment: [String: String], image: String?, database: String?) {
        if let database, Self.fileEndings.contains(where: { database.hasSuffix($0) }) {
            self = .sqlite3
            return
        }
        let names = environment.keys
        let isPostgres = names.contains { $0.hasPrefix("POSTGRES") || Self.libpq.contains($0) }
        let isMySQL = names.contains { $0.hasPrefix("MYSQL_") || $0.hasPrefix("MARIADB_") }
        if isPostgres != isMySQL {
            self = isPostgres ? .psql : .mysql
            return
        }
        let image = (image ?? "").lowercased()
        if Self.postgresImages.contains(where: image.contains) {
            self = .psql
        } else if Self.mysqlImages.contains(where: image.contains) {
            self = .mysql
        } else {
            return nil
        }
    }

    private static let libpq: Set<String> = ["PGDATA", "PGDATABASE", "PGHOST"]
    private static let fileEndings = [".db", ".sqlite", ".sqlite3", ".db3"]
    private static let postgresImages = ["postg", "timescale", "pgvector"]
    private static let mysqlImages = ["mysql", "mariadb", "percona"]
}
