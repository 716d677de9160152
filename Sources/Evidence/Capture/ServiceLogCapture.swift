import Machine
import Probes

/// The last lines of each service's log.
struct ServiceLogCapture: EvidenceSource {
    let name = "logs of services"

    /// How many lines of each service are kept.
    private static let lines = 200
    /// The most services whose logs are kept.
    private static let mostServices = 60

    func capture(_ setting: CaptureSetting) async -> Captured {
        let project = setting.context.compose
        let services: [String]
        do throws(ComposeFailure) {
            let declared = try await project.configuration().services.keys
            let running = try await project.containers().map(\.service)
            services = Set(declared).union(running).sorted()
        } catch {
            return Captured(missing: name, because: error.summary)
        }
        var captured = await setting.concurrently(Array(services.prefix(Self.mostServices))) {
            await log(of: $0, in: setting)
        }
        if services.count > Self.mostServices {
            let more = services.count - Self.mostServices
            captured += Captured(
                missing: "logs of \(more) more services",
                because: "a bundle has those of \(Self.mostServices)")
        }
        return captured
    }

    private func log(of service: String, in setting: CaptureSetting) async -> Captured {
        let project = setting.context.compose
        let command = "docker compose logs --timestamps --tail \(Self.lines) \(service)"
        return await setting.bounded(command) {
            do throws(ComposeFailure) {
                let result = try await project.lastLines(
                    of: service, count: Self.lines, limit: CaptureSetting.limit)
                let item = BundleItem(
                    "\(BundleLayout.logs)/\(BundlePath.name(of: service)).txt",
                    result.standardOutput, source: command,
                    lack: result.isTruncated ? .end : .nothing)
                return Captured(items: [item])
            } catch {
                return Captured(missing: command, because: error.summary)
            }
        }
    }
}
