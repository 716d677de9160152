import Catalog
import Probes

/// What the runbooks themselves say to capture, in their `collect` blocks.
struct CollectCapture: EvidenceSource {
    let name = "what the runbooks collect"

    func capture(_ setting: CaptureSetting) async -> Captured {
        var requests = RunbookRequests(of: setting, \.collections)
        requests.keep { !MetricsCapture.isMetrics($0) }
        return await requests.capture(setting) { look, position in
            let number = position < 10 ? "0\(position)" : "\(position)"
            let words = "\(look.line.kind)-\(look.request.subject)"
            return "\(BundleLayout.collected)/\(number)-\(BundlePath.name(of: words)).txt"
        }
    }
}
