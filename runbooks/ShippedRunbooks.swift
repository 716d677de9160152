import Catalog
import Search

/// The runbooks that are part of the program.
public enum ShippedRunbooks {
    /// Every shipped runbook, the fallback last; read from what the build prepared.
    public static var catalog: Catalog {
        let bytes = UnsafeBufferPointer(
            start: prepared.utf8Start, count: prepared.utf8CodeUnitCount)
        if let catalog = Catalog(prepared: bytes) { return catalog }
        let damage = Diagnostic(
            .error, rule: "unreadable", "the shipped runbooks are damaged: build diagnose again",
            at: SourceLocation(file: Runbook.embeddedPrefix, line: 1))
        return Catalog(diagnostics: [damage])
    }

    /// The terms of all their entries in order, for searching; `nil` where they are damaged.
    public static var terms: PreparedTerms? { PreparedTerms(preparedTerms) }
}
