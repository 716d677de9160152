import Catalog
import Testing

@testable import Report

@Suite struct UnifiedViewTests {
    private func view(_ text: String, _ changes: [SourceEdit.Change]) -> String {
        UnifiedView.text(
            of: changes.map { SourceEdit($0, rule: "r", summary: "s") },
            in: SourceLines(Array(text.utf8)), file: "a.md", style: TextStyle())
    }

    private static let nine = "1\n2\n3\n4\n5\n6\n7\n8\n9\n"

    @Test("lines put in and changed stand among three that stay")
    func hunks() {
        #expect(
            view(Self.nine, [.insert(after: 5, lines: ["x", "y"])])
                == "--- a.md\n+++ a.md\n@@ -3,6 +3,8 @@\n 3\n 4\n 5\n+x\n+y\n 6\n 7\n 8\n")
        #expect(
            view(
                Self.nine,
                [.replace(line: 1, bytes: 0..<1, text: "X"), .insert(after: 9, lines: ["x"])])
                == "--- a.md\n+++ a.md\n@@ -1,4 +1,4 @@\n-1\n+X\n 2\n 3\n 4\n"
                + "@@ -7,3 +7,4 @@\n 7\n 8\n 9\n+x\n")
    }

    @Test("an empty file's side is told by the line before it")
    func empty() {
        #expect(
            view("", [.insert(after: 0, lines: ["x"])])
                == "--- a.md\n+++ a.md\n@@ -0,0 +1,1 @@\n+x\n")
        #expect(view("a\n", []) == "")
    }
}
