import Catalog

/// Diagnostics as workflow commands, which GitHub shows beside the lines they are about.
///
/// GitHub Docs, "Workflow commands for GitHub Actions"; how texts are escaped is told by
/// `packages/core/src/command.ts` of actions/toolkit.
public enum GitHubAnnotations {
    /// `::error file=…,line=…,col=…,title=rule::message`, a line each.
    public static func lines(of diagnostics: [Diagnostic]) -> String {
        diagnostics.map {
            line($0.severity, title: $0.rule, at: $0.location, $0.message)
        }
        .joined()
    }

    /// One command; what stands in no file of the repository has no place.
    static func line(
        _ severity: Diagnostic.Severity, title: String, at place: SourceLocation, _ message: String
    ) -> String {
        var properties = ["title=\(property(title))"]
        if place.isInFile {
            var file = Substring(place.file)
            while file.hasPrefix("./") { file = file.dropFirst(2) }
            properties =
                [
                    "file=\(property(String(file)))", "line=\(place.line)", "col=\(place.column)",
                ] + properties
        }
        let list = properties.joined(separator: ",")
        return "::\(command(for: severity)) \(list)::\(data(message))\n"
    }

    private static func command(for severity: Diagnostic.Severity) -> String {
        switch severity {
        case .error: "error"
        case .warning: "warning"
        case .note: "notice"
        }
    }

    /// A message: `%` and line ends escaped, and whatever would steer a terminal made harmless.
    static func data(_ text: String) -> String {
        escaped(text).printable
    }

    /// The value of a property: the marks between properties escaped, too.
    static func property(_ text: String) -> String {
        escaped(text).replacing([":": "%3A", ",": "%2C"]).printable
    }

    private static func escaped(_ text: String) -> String {
        text.replacing(["%": "%25", "\r": "%0D", "\n": "%0A"])
    }
}
