/// Where in a bundle stands what a runbook asks to be handed over.
public enum EvidencePlaces {
    /// Words of an item, each with the places that hold what it speaks of; blanks around one keep it
    /// apart from others that it is a part of, as in "catalog" and "login".
    private static let places: [(words: [String], place: String)] = [
        (
            ["compose ps", "docker ps", "container", "compose config", "service state"],
            BundleLayout.compose
        ),
        ([" log ", " logs "], BundleLayout.logs),
        (["git", "commit", "changed file", "diff", "deployed"], BundleLayout.git),
        (["version"], BundleLayout.versions),
        (["environment", "env ", "variable", ".env"], BundleLayout.environment),
        (["metric"], BundleLayout.metrics),
        (
            ["close code", "reconnect", "alembic", "migration", "path list", "/v3/"],
            BundleLayout.collected
        ),
        (["verdict", "triage", "probe", "health"], BundleLayout.summary),
    ]

    /// The files of a bundle that hold what an item speaks of, or the folders where they are several.
    ///
    /// - Parameters:
    ///   - item: An item of a runbook's section on evidence or escalation.
    ///   - paths: What the bundle holds.
    public static func places(of item: String, among paths: [String]) -> [String] {
        let text = item.lowercased().replacing("git log", with: "git")
        let words = " " + String(text.map { $0.isLetter ? $0 : " " }) + " "
        return places.compactMap { entry in
            guard entry.words.contains(where: { text.contains($0) || words.contains($0) }) else {
                return nil
            }
            if paths.contains(entry.place) { return entry.place }
            return paths.contains { $0.hasPrefix(entry.place + "/") } ? entry.place + "/" : nil
        }
    }
}
