import Catalog
import Probes

/// What metrics addresses answer: those of the runbooks' lines whose path ends in `/metrics`.
struct MetricsCapture: EvidenceSource {
    let name = "metrics"

    func capture(_ setting: CaptureSetting) async -> Captured {
        let requests = RunbookRequests(of: setting) { runbook in
            let probes = runbook.probeLines.filter(Self.isMetrics).map { $0.looking() }
            return probes + runbook.collections.filter(Self.isMetrics)
        }
        return await requests.capture(setting) { look, _ in
            "\(BundleLayout.metrics)/\(BundlePath.name(of: look.request.subject)).txt"
        }
    }

    /// Whether a line asks a metrics address.
    static func isMetrics(_ line: ProbeLine) -> Bool {
        let path = line.subject.prefix { $0 != "?" && $0 != "#" }
        return line.kind == "http" && path.hasSuffix("/metrics")
    }
}
