/// Knows the functions and pragmas that do more than reading though a `SELECT` may call them.
///
/// A transaction that may not write doesn't keep PostgreSQL from ending sessions, moving logs or
/// replication slots on (manual, 9.28 "System Administration Functions"), nor SQLite's shell from
/// writing files (sqlite.org/cli.html, "File I/O Functions"). Nor does it keep them from reading
/// files that are no part of the database (manual, 9.28.9), or from running a query that stands in
/// a text.
enum SQLSideEffects {
    private static let functions: Set<String> = [
        // PostgreSQL
        "pg_terminate_backend", "pg_cancel_backend", "pg_reload_conf", "pg_rotate_logfile",
        "pg_promote", "pg_switch_wal", "pg_switch_xlog", "pg_start_backup", "pg_stop_backup",
        "pg_export_snapshot", "pg_log_backend_memory_contexts", "pg_notify", "set_config",
        "pg_import_system_collations", "pg_current_xact_id", "txid_current", "lowrite", "nextval",
        "setval", "ts_stat", "ts_rewrite", "crosstab", "connectby", "pg_stat_file", "pg_sleep",
        "pg_sleep_for",
        "pg_sleep_until", "pg_stat_statements_reset",
        // MySQL and MariaDB; sys_ is a widespread library of functions that run programs.
        "get_lock", "release_lock", "release_all_locks", "sleep", "benchmark",
        "sys_exec", "sys_eval", "sys_set", "load_file", "master_pos_wait", "source_pos_wait",
        "wait_for_executed_gtid_set",
        // SQLite's shell
        "load_extension", "writefile", "readfile", "edit", "fts3_tokenizer",
        // Extensions of either that ask web servers
        "http",
    ]

    /// Tables of SQLite's shell that read files; one need not be called, nor be named without quotes
    /// of any kind: `FROM 'fsdir' WHERE path = '/'`.
    private static let tables: Set<String> = ["fsdir", "zipfile"]

    /// The beginnings of the names of whole families, nearly all PostgreSQL's.
    private static let families = [
        "pg_stat_reset", "pg_backup_", "pg_create_", "pg_drop_", "pg_copy_", "pg_replication_",
        "pg_logical_", "pg_wal_replay_", "pg_xlog_replay_", "pg_advisory_", "pg_try_advisory_",
        "pg_file_", "pg_sync_replication_", "pg_restore_", "pg_clear_", "pg_read_",
        "pg_ls_", "query_to_xml", "http_", "dblink", "lo_",
    ]

    /// The first function called that does more than reading; `nil` where there is none.
    static func function(calledIn tokens: [SQLToken]) -> String? {
        zip(tokens, tokens.dropFirst()).lazy
            .filter { $1 == SQLToken(kind: .sign, text: "(") && $0.kind != .text }
            .map { $0.0.text.lowercased() }
            .first { name in
                functions.contains(name) || families.contains { name.hasPrefix($0) }
            }
    }

    /// The first table named in SQLite's shell that reads files; `nil` where there is none.
    static func table(namedIn tokens: [SQLToken]) -> String? {
        tokens.lazy.map { $0.text.lowercased() }.first(where: tables.contains)
    }

    /// Pragmas that read where they stand alone (sqlite.org/pragma.html).
    private static let reading: Set<String> = [
        "application_id", "auto_vacuum", "busy_timeout", "cache_size", "collation_list",
        "compile_options", "data_version", "database_list", "encoding", "foreign_key_check",
        "foreign_keys", "freelist_count", "function_list", "integrity_check", "journal_mode",
        "journal_size_limit", "max_page_count", "module_list", "page_count", "page_size",
        "pragma_list", "query_only", "quick_check", "schema_version", "synchronous", "table_list",
        "user_version",
    ]
    /// Pragmas that read what they are given the name of.
    private static let readingNamed: Set<String> = [
        "foreign_key_check", "foreign_key_list", "index_info", "index_list", "index_xinfo",
        "integrity_check", "quick_check", "table_info", "table_list", "table_xinfo",
    ]

    /// Refuses a pragma that is not known to read, and one behind `EXPLAIN`, which SQLite may obey.
    static func checkPragma(in tokens: [SQLToken]) throws(SQLMistake) {
        guard let position = tokens.firstIndex(of: SQLToken(kind: .word, text: "pragma")) else {
            return
        }
        var rest = tokens[(position + 1)...]
        // PRAGMA schema.name
        if rest.dropFirst().first?.text == "." { rest = rest.dropFirst(2) }
        let name = rest.first.map { $0.text.lowercased() } ?? ""
        let argument = rest.dropFirst()
        let isKnown =
            argument.isEmpty
            ? reading.contains(name)
            : readingNamed.contains(name) && argument.first?.text == "("
        guard position == 0, isKnown else { throw .pragma(name) }
    }
}
