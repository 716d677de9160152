/// Who asks which database, by what the line says and the container's environment knows.
struct SQLAccess: Sendable, Hashable {
    /// The user; `nil` where nobody says.
    var user: String?
    /// The database; `nil` where nobody says.
    var database: String?
    /// The user's password; `nil` where nobody says.
    var password: String?

    /// Reads the variables that the official images and Bitnami's make their databases by.
    init(
        of dialect: SQLDialect, user: String?, database: String?, password: String?,
        environment: [String: String]
    ) {
        let value = { (names: [String]) in
            names.lazy.compactMap { environment[$0] }.first { !$0.isEmpty }
        }
        switch dialect {
        case .psql:
            let owner = value(["POSTGRES_USER", "POSTGRESQL_USERNAME", "PGUSER"]) ?? "postgres"
            self.user = user ?? owner
            self.database =
                database ?? value(["POSTGRES_DB", "POSTGRESQL_DATABASE", "PGDATABASE"])
                ?? self.user
            let known = value(["POSTGRES_PASSWORD", "POSTGRESQL_PASSWORD", "PGPASSWORD"])
            self.password = password ?? (self.user == owner ? known : nil)
        case .mysql:
            let owner = value(["MYSQL_USER", "MARIADB_USER"])
            self.user = user ?? owner ?? "root"
            self.database = database ?? value(["MYSQL_DATABASE", "MARIADB_DATABASE"])
            let root = value(["MYSQL_ROOT_PASSWORD", "MARIADB_ROOT_PASSWORD"])
            let own = value(["MYSQL_PASSWORD", "MARIADB_PASSWORD"])
            self.password =
                password ?? (self.user == "root" ? root : self.user == owner ? own : nil)
        case .sqlite3:
            self.database = database
        }
    }
}
