import Catalog
import Probes

/// What metrics addresses answer: those of the runbooks' lines whose path ends in `/metrics`.
struct MetricsCapture: EvidenceSource {
    let name = "metrics"

    func capture(_ setting: CaptureSetting) async -> Captured {
        var requests = RunbookRequests(of: setting) { runbook in
            let probes = runbook.probeLines.filter { $0.kind == "http" }.map { $0.looking() }
            return probes + runbook.collections.filter { $0.kind == "http" }
        }
        requests.keep(where: Self.isMetrics)
        return await requests.capture(setting) { look, _ in
            "\(BundleLayout.metrics)/\(BundlePath.name(of: look.request.subject)).txt"
        }
    }

    /// Whether a line asks a metrics address; of one that lacks variables their names tell.
    static func isMetrics(_ item: RunbookRequests.Item) -> Bool {
        guard item.line.kind == "http" else { return false }
        guard case .success(let look) = item.look else {
            return item.line.subject.lowercased().contains("metrics")
        }
        return look.request.subject.prefix { $0 != "?" && $0 != "#" }.hasSuffix("/metrics")
    }
}
