import Machine

/// The versions of the program itself and of those that it asks.
struct VersionsCapture: EvidenceSource {
    let name = "versions"

    /// Questions that only print a version.
    private static let questions = [
        ["uname", "-srm"],
        [
            "docker", "version", "--format",
            "docker {{.Client.Version}}, engine {{.Server.Version}}",
        ],
        ["docker", "compose", "version", "--short"], ["git", "--version"],
        ["alembic", "--version"], ["python3", "--version"], ["node", "--version"],
        ["openssl", "version"],
    ]
    private static let limit = 4 << 10

    func capture(_ setting: CaptureSetting) async -> Captured {
        let commands = setting.context.world.commands
        let answers = await setting.concurrently(Self.questions) { words in
            let command = Command(
                words[0], Array(words.dropFirst()), timeout: setting.timeout,
                outputLimit: Self.limit)
            let line = words.prefix(2).joined(separator: " ")
            return await setting.bounded(line) {
                let text: String
                do throws(CommandFailure) {
                    text = Self.firstLine(of: try await commands.run(command))
                } catch {
                    text = error.summary
                }
                return Captured(items: [BundleItem("", "\(line): \(text)\n", source: line)])
            }
        }
        let own = "diagnose: \(setting.version)\n"
        let text = answers.items.reduce(into: Array(own.utf8)) { $0 += $1.bytes }
        return Captured(
            items: [BundleItem(BundleLayout.versions, text, source: "--version")],
            missing: answers.missing)
    }

    private static func firstLine(of result: CommandResult) -> String {
        let outputs = [result.output, result.errorOutput]
        let lines = outputs.flatMap { $0.split(whereSeparator: \.isNewline) }
        let line = lines.first.map { String($0.prefix(200)) } ?? "said nothing"
        return result.exitCode == 0 ? line : "exit \(result.exitCode), \(line)"
    }
}
