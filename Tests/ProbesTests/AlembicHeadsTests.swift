import Foundation
import Machine
import Testing

@testable import Probes

/// Our count of heads against alembic's own, over graphs of every shape.
@Suite(.enabled(if: TestEnvironment.alembic != nil, "\(TestEnvironment.withoutAlembic)"))
struct AlembicHeadsTests {
    /// Scripts by file name.
    private static let graphs: [(String, [String: String])] = [
        ("no script", [:]),
        ("a line", ["1.py": rev("a", "None"), "2.py": rev("b", "'a'"), "3.py": rev("c", "\"b\"")]),
        (
            "two heads",
            ["1.py": rev("a", "None"), "2.py": rev("b", "'a'"), "3.py": rev("c", "'a'")]
        ),
        (
            "a merge",
            [
                "1.py": rev("a", "None"), "2.py": rev("b", "'a'"), "3.py": rev("c", "'a'"),
                "4.py": rev("d", "(\n    'b',  # left\n    \"c\",\n)"),
            ]
        ),
        ("two bases", ["1.py": rev("a", "None"), "2.py": rev("b", "()")]),
        (
            "labels and dependencies",
            [
                "1.py": rev("a", "None", "branch_labels = ('lib',)"),
                "2.py": rev("b", "None", "depends_on = 'lib'"), "3.py": rev("c", "'b'"),
                "4.py": rev("d", "'a'", "depends_on = ['c']"),
            ]
        ),
        (
            "annotations",
            [
                "1.py":
                    "revision: str = 'a'\ndown_revision: Union[str, Sequence[str], None] = None\n"
                    + "from typing import Sequence, Union",
                "2.py": "from typing import Sequence, Union\n'''\nrevision = 'no'\n'''\n"
                    + "revision: str = 'b'\ndown_revision: Union[str, Sequence[str], None] = ['a']",
            ].mapValues { "from __future__ import annotations\n" + $0 }
        ),
        ("a list in brackets", ["1.py": rev("a", "None"), "2.py": rev("b", "['a']")]),
        ("a file of the first version", ["ab12.py": "down_revision = None"]),
        (
            "other files",
            [
                "1.py": rev("a", "None"), "__init__.py": "", "README": "x",
                "sub/2.py": rev("b", "'a'"),
                "__pycache__/z.py": "broken(",
            ]
        ),
        ("a circle", ["1.py": rev("a", "'b'"), "2.py": rev("b", "'a'")]),
        ("a gap", ["1.py": rev("a", "None"), "2.py": rev("b", "'gone'")]),
        ("no revision", ["1.py": rev("a", "None"), "help.py": "x = 1"]),
    ]

    private static func rev(_ revision: String, _ down: String, _ more: String = "") -> String {
        "\"\"\"Revises: \(down.count)\"\"\"\nrevision = '\(revision)'\ndown_revision = \(down)\n\(more)\n"
    }

    @Test("heads are those that alembic finds", arguments: graphs)
    func heads(name: String, scripts: [String: String]) async throws {
        let alembic = try #require(TestEnvironment.alembic)
        let folder = FileManager.default.temporaryDirectory
            .appending(path: "heads-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: folder) }
        try write(scripts, to: folder)

        let command = Command(
            alembic, ["heads"], directory: folder.path(), timeout: .seconds(30))
        let theirs = try await LiveCommandRunner().run(command)
        let world = World.fake(files: LiveFileSystem(), workingDirectory: folder.path())
        let ours = RevisionScripts(directory: ".", file: "alembic.ini", in: world)

        if theirs.exitCode == 0 {
            let listed = AlembicOutput.lines(of: theirs.output, graph: ours.graph).map(\.revision)
            #expect(ours.graph?.heads.sorted() == listed.sorted(), "\(ours.problem ?? "")")
        } else {
            #expect(ours.graph == nil, "alembic refuses: \(theirs.output)\(theirs.errorOutput)")
            #expect(ours.problem != nil)
        }
    }

    private func write(_ scripts: [String: String], to folder: URL) throws {
        let files = ["alembic.ini": "[alembic]\nscript_location = %(here)s/migrations\n"]
            .merging(scripts.map { ("migrations/versions/\($0.key)", $0.value) }) { $1 }
            .merging(["migrations/env.py": ""]) { $1 }
        for (path, text) in files {
            let file = folder.appending(path: path)
            try FileManager.default.createDirectory(
                at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
            try Data(text.utf8).write(to: file)
        }
    }
}
