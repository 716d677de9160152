import Catalog
import Probes

/// Where migrations stand, by the runbooks' own lines about them.
struct AlembicCapture: EvidenceSource {
    let name = "alembic"

    func capture(_ setting: CaptureSetting) async -> Captured {
        let requests = RunbookRequests(of: setting) { runbook in
            runbook.probeLines.filter { $0.kind == "alembic" }.map { $0.looking() }
        }
        return await requests.capture(setting) { look, _ in
            "\(BundleLayout.collected)/alembic-\(BundlePath.name(of: look.request.subject)).txt"
        }
    }
}
