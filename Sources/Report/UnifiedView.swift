import Catalog

/// Changes of a file as a unified diff, which `patch` reads (POSIX.1-2024, diff, "-u").
public enum UnifiedView {
    /// Lines shown around a change.
    private static let context = 3

    /// The diff of a file that some edits change.
    ///
    /// - Parameters:
    ///   - edits: The changes.
    ///   - lines: The file as it is.
    ///   - file: Its name.
    public static func text(
        of edits: [SourceEdit], in lines: SourceLines, file: String, style: TextStyle
    ) -> String {
        guard !edits.isEmpty else { return "" }
        var view = ["--- \(file)", "+++ \(file)"]
        var shift = 0
        for hunk in hunks(of: changes(of: edits, in: lines), lineCount: lines.count) {
            view += rows(of: hunk, in: lines, shift: &shift)
        }
        return view.map { row in
            let text = row.printable
            let meaning: TextStyle.Meaning? =
                row.hasPrefix("+") ? .good : row.hasPrefix("-") ? .bad : nil
            return (meaning.map { style.show(text, as: $0) } ?? text) + "\n"
        }
        .joined().withoutWorkflowCommands
    }

    /// Old lines that give way to new ones; an empty range puts them behind the line before it.
    private struct Change {
        var old: Range<Int>
        var new: [String]
    }

    private static func changes(of edits: [SourceEdit], in lines: SourceLines) -> [Change] {
        var changed: Set<Int> = []
        var changes: [Change] = []
        for edit in edits {
            switch edit.change {
            case .replace(let line, _, _):
                guard changed.insert(line).inserted else { continue }
                changes.append(
                    Change(old: line..<line + 1, new: [lines.text(of: line, applying: edits)]))
            case .insert(let line, let added):
                changes.append(Change(old: line + 1..<line + 1, new: added))
            }
        }
        return changes.sorted { $0.old.lowerBound < $1.old.lowerBound }
    }

    /// Changes near each other with the lines around them.
    private struct Hunk {
        var changes: [Change]
        var old: Range<Int>
    }

    private static func hunks(of changes: [Change], lineCount: Int) -> [Hunk] {
        var hunks: [Hunk] = []
        for change in changes {
            let start = max(1, change.old.lowerBound - context)
            let end = max(start, min(lineCount + 1, change.old.upperBound + context))
            if let last = hunks.last, start <= last.old.upperBound {
                hunks[hunks.count - 1].changes.append(change)
                hunks[hunks.count - 1].old = last.old.lowerBound..<max(end, last.old.upperBound)
            } else {
                hunks.append(Hunk(changes: [change], old: start..<end))
            }
        }
        return hunks
    }

    private static func rows(
        of hunk: Hunk, in lines: SourceLines, shift: inout Int
    ) -> [String] {
        var rows: [String] = []
        var line = hunk.old.lowerBound
        for change in hunk.changes {
            rows += (line..<max(line, change.old.lowerBound)).map { " " + lines.text(of: $0) }
            rows += change.old.map { "-" + lines.text(of: $0) }
            rows += change.new.map { "+" + $0 }
            line = max(line, change.old.upperBound)
        }
        rows += (line..<max(line, hunk.old.upperBound)).map { " " + lines.text(of: $0) }
        let growth = hunk.changes.reduce(0) { $0 + $1.new.count - $1.old.count }
        let count = hunk.old.count
        // An empty side is told by the line before it.
        let oldStart = count == 0 ? hunk.old.lowerBound - 1 : hunk.old.lowerBound
        let newStart = hunk.old.lowerBound + shift - (count + growth == 0 ? 1 : 0)
        shift += growth
        return ["@@ -\(oldStart),\(count) +\(newStart),\(count + growth) @@"] + rows
    }
}
