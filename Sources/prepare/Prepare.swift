import Catalog
import Foundation
import Search

/// Reads and indexes runbooks at build time, so that the program need not do so at each start.
///
/// `prepare OUTPUT.swift RUNBOOK.md…` writes a Swift file with the catalog of the runbooks and the
/// terms of its entries as text, and the runbooks themselves, which bundles keep.
@main
enum Prepare {
    static func main() throws {
        let paths = CommandLine.arguments.dropFirst()
        guard let output = paths.first, paths.count > 1 else {
            throw Failure(reason: "usage: prepare OUTPUT.swift RUNBOOK.md…")
        }
        let sources = try paths.dropFirst().map { path in
            let file = URL(filePath: path)
            return RunbookSource(
                file: Runbook.embeddedPrefix + file.lastPathComponent,
                bytes: [UInt8](try Data(contentsOf: file)))
        }
        let catalog = Catalog.load(sources: sources)
        if let error = catalog.diagnostics.first(where: { $0.severity == .error }) {
            throw Failure(reason: "\(error.location): \(error.message)")
        }
        let text = try source(of: catalog, from: sources)
        try Data(text.utf8).write(to: URL(filePath: output))
    }

    /// What stops the build.
    private struct Failure: Error { let reason: String }

    /// The file with all that as literals, which cost nothing at start-up.
    private static func source(
        of catalog: Catalog, from sources: [RunbookSource]
    ) throws -> String {
        let texts = try sources.map { source in
            "        (\(source.file.debugDescription), \(try literal(source.bytes))),\n"
        }
        let terms = PreparedTerms.text(of: catalog.entries)
        return """
            extension ShippedRunbooks {
                /// Every shipped runbook, parsed.
                static let prepared: StaticString = \(try literal(catalog.prepared))

                /// The terms of every entry of them.
                static let preparedTerms: StaticString = \(try literal(terms))

                /// Every shipped runbook as its author wrote it, by file.
                public static let texts: [(file: String, text: StaticString)] = [
            \(texts.joined())    ]
            }
            """
    }

    private static func literal(_ bytes: [UInt8]) throws -> String {
        guard let text = String(validating: bytes, as: UTF8.self) else {
            throw Failure(reason: "what was prepared is not UTF-8")
        }
        return text.debugDescription
    }
}
