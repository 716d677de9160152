/// Tells of a bundle that was written.
public enum BundleText {
    /// Where it stands, how much is in it, and what is not.
    ///
    /// - Parameters:
    ///   - path: Where it stands.
    ///   - counts: How much is in it: `12 files, 34 KB`.
    ///   - missing: What could not be captured, and why.
    ///   - style: How it looks.
    public static func report(
        of path: String, counts: String, missing: [(what: String, reason: String)],
        style: TextStyle
    ) -> String {
        var layout = TextLayout(style)
        layout.field("bundle", "\(path) (\(counts))", indentation: 0)
        if !missing.isEmpty { layout.heading("Not captured") }
        for (what, reason) in missing {
            layout.paragraph("\(what): \(reason)", lead: "- ", indentation: 2)
        }
        return layout.text
    }
}
