import Probes

/// What was committed last, and what is changed and not committed.
struct GitCapture: EvidenceSource {
    let name = "git"

    func capture(_ setting: CaptureSetting) async -> Captured {
        await setting.bounded(name) {
            let request = ProbeRequest(
                kind: "git", subject: ".", timeout: setting.timeout, expectations: [])
            let capture = await GitProbe().capture(request, in: setting.context)
            return Captured(
                capture, to: "\(BundleLayout.git)/recent.txt", what: name,
                source: "git log --oneline -10; git status --short --untracked-files=no")
        }
    }
}
