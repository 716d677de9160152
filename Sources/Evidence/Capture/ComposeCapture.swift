import Machine
import Probes

/// The compose project: its containers, its images and its resolved configuration.
struct ComposeCapture: EvidenceSource {
    let name = "docker compose"

    private static let looks = [
        (file: "ps.txt", words: ["ps", "--all"]), (file: "images.txt", words: ["images"]),
        (file: "config.yaml", words: ["config"]),
    ]

    func capture(_ setting: CaptureSetting) async -> Captured {
        let project = setting.context.compose
        var captured = await setting.concurrently(Self.looks) { look in
            let command = (["docker", "compose"] + look.words).joined(separator: " ")
            return await setting.bounded(command) {
                do throws(ComposeFailure) {
                    let result = try await project.output(
                        of: look.words, limit: CaptureSetting.limit)
                    let item = BundleItem(
                        "\(BundleLayout.compose)/\(look.file)", result.standardOutput,
                        source: command, lack: result.isTruncated ? .end : .nothing)
                    return Captured(items: [item])
                } catch {
                    return Captured(missing: command, because: error.summary)
                }
            }
        }
        // Where there is no project at all, once is enough.
        if captured.items.isEmpty, Set(captured.missing.map(\.reason)).count == 1 {
            captured.missing = captured.missing.prefix(1).map {
                MissingItem(name, because: $0.reason)
            }
        }
        return captured
    }
}
