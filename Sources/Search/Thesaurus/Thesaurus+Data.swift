extension Thesaurus {
    /// Databases, storage and what is kept in them.
    static let data: StaticString = """
        database, db, persistence, persistence layer, postgres, postgresql, sqlite, mysql, sql, data store, datastore, rdbms
        schema, table structure, ddl, database structure, data model
        table, relation
        column, field, attribute
        row, record, tuple
        migration, alembic, schema change, schema upgrade, migrate
        pending migration, not migrated, migration not applied, unapplied migration, schema behind, not up to date
        heads, tips, branches, forked, fork, two heads, multiple heads, diverged
        revision, version
        merge, cherry pick, rebase, backport
        storage, bucket, object store, store
        hash, checksum, digest, fingerprint
        index, indexing, search index, semantic search
        index, reindex, embed, vectorize
        backup, dump, snapshot
        restore, recover, roll back
        persist, save, store, keep, write
        delete, remove, erase, purge, drop, clear
        cleanup, clean up, tidy, tear down, teardown, housekeeping
        schema validation, entity mismatch, missing column, column missing
        lock, deadlock, mutex
        retention, archive, archival, prune
        """
}
