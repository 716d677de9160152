import Foundation
import Testing

@testable import Catalog

@Suite("The registry of recognisers")
struct RecogniserRegistryTests {
    @Test("it holds every recogniser of the folder")
    func isComplete() throws {
        let folder = URL(fileURLWithPath: #filePath)
            .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().appendingPathComponent("Sources/Catalog/Recognisers")
        let files = try FileManager.default.contentsOfDirectory(atPath: folder.path)
        let declared = try files.filter { name in
            let text = try String(
                contentsOf: folder.appendingPathComponent(name), encoding: .utf8)
            return text.contains(": Recogniser {")
        }
        let registered = RecogniserRegistry.all.map { "\($0).swift" }
        #expect(declared.sorted() == registered.sorted())
    }

    @Test("names are unique")
    func names() {
        let names = RecogniserRegistry.all.map { $0.name }
        #expect(Set(names).count == names.count)
    }
}
