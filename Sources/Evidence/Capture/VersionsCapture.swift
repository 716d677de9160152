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
            do throws(CommandFailure) {
                let result = try await commands.run(command)
                let text = Self.firstLine(of: result)
                return Captured(items: [BundleItem("", "\(line): \(text)\n", source: line)])
            } catch {
                return Captured(
                    items: [BundleItem("", "\(line): \(error.summary)\n", source: line)])
            }
        }
        let own = "diagnose: \(setting.version)\n"
        let text = answers.items.reduce(into: Array(own.utf8)) { $0 += $1.bytes }
        return Captured(items: [BundleItem(BundleLayout.versions, text, source: "--version")])
    }

    private static func firstLine(of result: CommandResult) -> String {
        let outputs = [result.output, result.errorOutput]
        let lines = outputs.flatMap { $0.split(whereSeparator: \.isNewline) }
        let line = lines.first.map { String($0.prefix(200)) } ?? "said nothing"
        return result.exitCode == 0 ? line : "exit \(result.exitCode), \(line)"
    }
}
