import Catalog
import Foundation

/// Reads runbooks at build time, so that the program need not parse them at each start.
///
/// `prepare OUTPUT.swift RUNBOOK.md…` writes a Swift file with the catalog of the runbooks as text, and
/// the runbooks themselves, which bundles keep.
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
        try Data(source(of: catalog, from: sources).utf8).write(to: URL(filePath: output))
    }

    /// What stops the build.
    private struct Failure: Error { let reason: String }

    /// The file with the catalog as a literal, which costs nothing at start-up.
    private static func source(of catalog: Catalog, from sources: [RunbookSource]) -> String {
        let text = String(decoding: catalog.prepared, as: UTF8.self)
        let texts = sources.map { source in
            let text = String(decoding: source.bytes, as: UTF8.self)
            return "        (\(source.file.debugDescription), \(text.debugDescription)),\n"
        }
        return """
            extension ShippedRunbooks {
                /// Every shipped runbook, parsed.
                public static let prepared: StaticString = \(text.debugDescription)

                /// Every shipped runbook as its author wrote it, by file.
                public static let texts: [(file: String, text: StaticString)] = [
            \(texts.joined())    ]
            }
            """
    }
}
