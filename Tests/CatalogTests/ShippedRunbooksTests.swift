import Foundation
import Testing
import runbooks

@testable import Catalog

@Suite("The shipped runbooks")
struct ShippedRunbooksTests {
    /// The folder of the repository.
    private static let root = URL(fileURLWithPath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

    /// The runbooks as they lie in the repository.
    private static let catalog: Catalog = {
        let folder = root.appendingPathComponent("runbooks")
        let files = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
        let sources = files.filter { $0.hasSuffix(".md") }.sorted().compactMap { name in
            FileManager.default.contents(atPath: folder.appendingPathComponent(name).path)
                .map { RunbookSource(file: Runbook.embeddedPrefix + name, bytes: Array($0)) }
        }
        return Catalog.load(sources: sources)
    }()

    @Test("the build has prepared what stands in them")
    func prepared() {
        let prepared = ShippedRunbooks.catalog
        #expect(prepared.diagnostics == Self.catalog.diagnostics)
        for runbook in Self.catalog.runbooks {
            #expect(prepared.runbook(of: runbook.system) == runbook)
        }
        #expect(prepared.runbooks.count == Self.catalog.runbooks.count)
        #expect(prepared.runbooks.last?.system == "general")
    }

    /// The ids that the runbooks must have.
    private static let identifiers: [String] = {
        let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
            .appendingPathComponent("Fixtures/entry-ids.txt")
        let text = FileManager.default.contents(atPath: file.path) ?? Data()
        return String(decoding: text, as: UTF8.self).split(separator: "\n").map(String.init)
    }()

    @Test("the failures are those of the list and no others, general ones apart")
    func identifiers() {
        let failures = Self.catalog.entries.filter { $0.kind == .failure && $0.system != "general" }
        #expect(Self.identifiers.count == 52)
        #expect(failures.map(\.id).sorted() == Self.identifiers.sorted())
    }

    @Test("every other entry explains a code or is general")
    func others() {
        let known = Set(Self.identifiers)
        for entry in Self.catalog.entries where !known.contains(entry.id) {
            #expect(entry.kind == .code || entry.system == "general", "\(entry.id)")
        }
        #expect(Self.catalog.entries.contains { $0.id == "voxbento/code-4003" })
        #expect(Self.catalog.entries.contains { $0.id == "room-sync/code-4001" })
    }

    @Test("nothing in them is wrong")
    func diagnostics() {
        #expect(Self.catalog.diagnostics.filter { $0.severity == .error } == [])
    }

    @Test("every entry says what to look at or do", arguments: catalog.entries)
    func isUseful(entry: Entry) {
        #expect(!entry.fixes.isEmpty || !entry.checks.isEmpty, "\(entry.id)")
    }

    @Test("every entry but a list of checks says why", arguments: catalog.entries)
    func saysWhy(entry: Entry) {
        #expect(!entry.causes.isEmpty || entry.checks.count >= 2, "\(entry.id)")
    }

    @Test("every runbook has triage steps and says when it was verified")
    func runbooks() {
        #expect(Self.catalog.runbooks.count == 6)
        for runbook in Self.catalog.runbooks {
            #expect(runbook.triage.count >= 4, "\(runbook.system)")
            #expect(runbook.lastVerified != nil, "\(runbook.system)")
        }
    }

    @Test("a remedy that destroys data is marked, and its harmless neighbours are not")
    func destructive() throws {
        let entry = try #require(
            Self.catalog.entries.first { $0.id == "ratiba/service-unhealthy" })
        #expect(entry.fixes.contains { $0.isDestructive })
        let restart = try #require(
            entry.fixes.first { $0.commands == ["docker compose restart <service>"] })
        #expect(!restart.isDestructive)
    }
}
