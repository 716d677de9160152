/// A relative link or image whose file is not there.
///
/// Web addresses are not fetched.
enum DeadLinkRule: LintRule {
    static let description = RuleDescription(
        "dead-link", .warning, "A relative link leads to a file that is not there")

    static func check(_ page: LintedRunbook) -> [Diagnostic] {
        guard !page.runbook.isEmbedded else { return [] }
        return DocumentLink.grouped(DocumentLink.all(in: page).filter { !$0.path.isEmpty }) {
            $0.path
        }
        .compactMap { link, count in
            let path = page.path(to: link.path)
            guard !pages(of: path).contains(where: page.surroundings.exists) else { return nil }
            return finding(
                "'\(link.path)' does not exist\(DocumentLink.times(count))", at: link.location)
        }
    }

    /// The files that a link may mean: generators of sites leave out the ending.
    static func pages(of path: String) -> [String] {
        let bare = path.hasSuffix("/") ? String(path.dropLast()) : path
        let hasEnding = (bare.split(separator: "/").last ?? "").dropFirst().contains(".")
        return hasEnding ? [path] : [path, bare + ".md", bare + "/index.md", bare + "/_index.md"]
    }
}

extension LintedRunbook {
    /// The path to what a link of this runbook names.
    func path(to linked: String) -> String {
        guard let slash = runbook.file.lastIndex(of: "/") else { return linked }
        return runbook.file[...slash] + linked
    }
}
