import Foundation
import FuzzSubjects
import Testing

/// Every seed, and every input that fuzzing ever found, read once more.
@Suite struct FuzzSubjectsTests {
    /// `Tests/Fuzz`.
    private static let folder = URL(filePath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent().appending(path: "Fuzz")

    private static func names(in path: String) -> [String] {
        let names = try? FileManager.default.contentsOfDirectory(
            atPath: folder.appending(path: path).path)
        return (names ?? []).sorted()
    }

    /// The paths of all inputs, below `Tests/Fuzz`.
    private static let inputs = ["Seeds", "Regressions"].flatMap { kind in
        names(in: kind).flatMap { subject in
            names(in: "\(kind)/\(subject)").map { "\(kind)/\(subject)/\($0)" }
        }
    }

    @Test("every subject has seeds, and every folder a subject")
    func folders() {
        let subjects = FuzzSubjectRegistry.subjects.map(\.name).sorted()
        #expect(Self.names(in: "Seeds") == subjects)
        #expect(Set(Self.names(in: "Regressions")).isSubset(of: subjects))
    }

    @Test("an input is read to its end and rightly", .timeLimit(.minutes(1)), arguments: inputs)
    func input(path: String) async throws {
        let name = try #require(path.split(separator: "/").dropFirst().first)
        let subject = try #require(FuzzSubjectRegistry.subject(named: String(name)))
        let bytes = try Data(contentsOf: Self.folder.appending(path: path))
        try await subject.read(Array(bytes))
    }
}
