import Foundation
import Testing

/// A recorded text that a report must equal; missing ones fail, and only
/// `DIAGNOSE_UPDATE_GOLDENS=1` writes them anew.
enum Golden {
    private static let folder = URL(fileURLWithPath: #filePath)
        .deletingLastPathComponent().appendingPathComponent("Goldens")

    static func expect(
        _ text: String, equals name: String,
        sourceLocation: Testing.SourceLocation = #_sourceLocation
    ) throws {
        let file = folder.appendingPathComponent(name)
        if ProcessInfo.processInfo.environment["DIAGNOSE_UPDATE_GOLDENS"] == "1" {
            try text.write(to: file, atomically: true, encoding: .utf8)
        }
        let recorded = try? String(contentsOf: file, encoding: .utf8)
        #expect(
            text == recorded, "\(name) differs; DIAGNOSE_UPDATE_GOLDENS=1 rewrites it",
            sourceLocation: sourceLocation)
    }
}
