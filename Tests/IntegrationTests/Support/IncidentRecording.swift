import Foundation
import Machine
import Testing

/// Makes a bundle of a real stack into an incident that can be kept beside the code: unpacked, small,
/// and without what only this machine and this run had.
struct IncidentRecording {
    /// The stack that the bundle is of.
    let stack: ComposeStack
    /// The system that it runs.
    let system: String

    /// What an incident keeps beside its logs: all that replaying, reading and comparing it needs.
    private static let kept = ["record.json", "verdict.json", "verdict.md", "compose/ps.txt"]
    /// How many lines of each log are kept.
    private static let logLines = 8

    /// Unpacks a bundle into a folder, with what its verdict must say.
    func keep(_ bundle: String, in folder: URL) async throws {
        let unpacked = URL(fileURLWithPath: stack.directory + "/unpacked")
        try FileManager.default.createDirectory(at: unpacked, withIntermediateDirectories: true)
        try await Program.succeed(
            "tar", ["-xzf", bundle, "--strip-components=1", "-C", unpacked.path],
            in: stack.directory)
        try? FileManager.default.removeItem(at: folder)
        var manifest = try JSONDecoder().decode(
            [String: Value].self, from: Data(contentsOf: unpacked.appending(path: "manifest.json")))
        guard case .list(let items) = manifest["items"] else { return }
        var keptItems: [Value] = []
        for case .object(var item) in items {
            guard case .text(let path) = item["path"], isKept(path) else { continue }
            let text = try String(contentsOf: unpacked.appending(path: path), encoding: .utf8)
            let file = folder.appending(path: path)
            try FileManager.default.createDirectory(
                at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
            try shortened(text, at: path).write(to: file, atomically: true, encoding: .utf8)
            item["sha256"] = .text(try await digest(of: path, in: folder))
            item["bytes"] = .number(try Data(contentsOf: file).count)
            keptItems.append(.object(item))
        }
        manifest["items"] = .list(keptItems)
        manifest["missing"] = .list([])
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        try (encoder.encode(manifest) + [0x0A]).write(to: folder.appending(path: "manifest.json"))
    }

    private func isKept(_ path: String) -> Bool {
        Self.kept.contains(path) || path.hasPrefix("runbooks/") || path.hasPrefix("logs/")
    }

    /// A text with the names that only this run had replaced, a log cut to its last lines.
    private func shortened(_ text: String, at path: String) -> String {
        let project = URL(fileURLWithPath: stack.directory).lastPathComponent
        let common = text.replacingOccurrences(of: stack.directory, with: "/srv/\(system)")
            .replacingOccurrences(of: project, with: system)
        guard path.hasPrefix("logs/") else { return common }
        let lines = common.split(separator: "\n").suffix(Self.logLines)
        return lines.map { $0 + "\n" }.joined()
    }

    private func digest(of path: String, in folder: URL) async throws -> String {
        let result = try await Program.run("sha256sum", ["--", path], in: folder.path)
        return String(result.output.prefix { $0 != " " })
    }

    /// Any JSON, as far as manifests have it.
    private enum Value: Codable {
        case truth(Bool)
        case number(Int)
        case text(String)
        case list([Value])
        case object([String: Value])

        init(from decoder: any Decoder) throws {
            let container = try decoder.singleValueContainer()
            if let truth = try? container.decode(Bool.self) {
                self = .truth(truth)
            } else if let number = try? container.decode(Int.self) {
                self = .number(number)
            } else if let text = try? container.decode(String.self) {
                self = .text(text)
            } else if let list = try? container.decode([Value].self) {
                self = .list(list)
            } else {
                self = .object(try container.decode([String: Value].self))
            }
        }

        func encode(to encoder: any Encoder) throws {
            var container = encoder.singleValueContainer()
            switch self {
            case .truth(let truth): try container.encode(truth)
            case .number(let number): try container.encode(number)
            case .text(let text): try container.encode(text)
            case .list(let list): try container.encode(list)
            case .object(let object): try container.encode(object)
            }
        }
    }
}
