import Catalog
import Probes

/// The list of MediaMTX's paths, by the runbooks' own lines about some of them.
struct MediaMTXCapture: EvidenceSource {
    let name = "mediamtx"

    func capture(_ setting: CaptureSetting) async -> Captured {
        let requests = RunbookRequests(of: setting) { runbook in
            runbook.probeLines.filter { $0.kind == "mediamtx" }.map { $0.looking(at: "*") }
        }
        return await requests.capture(setting) { _, position in
            "\(BundleLayout.collected)/mediamtx-paths-\(position).jsonl"
        }
    }
}
