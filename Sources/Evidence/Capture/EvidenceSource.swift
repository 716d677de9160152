/// One source of evidence: it looks, changes nothing, and never fails; what it can't have it names.
protocol EvidenceSource: Sendable {
    /// What it is about, for the list of what is missing.
    var name: String { get }

    /// Looks within the setting's times.
    func capture(_ setting: CaptureSetting) async -> Captured
}

/// The sources in the order in which a bundle has what they bring.
enum EvidenceSourceRegistry {
    static let sources: [any EvidenceSource] = [
        ComposeCapture(), ServiceLogCapture(), GitCapture(), VersionsCapture(),
        EnvironmentCapture(), MetricsCapture(), AlembicCapture(), MediaMTXCapture(),
        CollectCapture(),
    ]
}
