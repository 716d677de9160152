import Catalog

/// Diagnostics as compilers print them, the one place that knows the form.
public enum DiagnosticText {
    /// `file:line:column: severity: message [rule]`, a line each.
    public static func lines(of diagnostics: [Diagnostic], style: TextStyle) -> String {
        diagnostics.map { diagnostic in
            let meaning: TextStyle.Meaning =
                switch diagnostic.severity {
                case .error: .bad
                case .warning: .unclear
                case .note: .quiet
                }
            let severity = style.show(diagnostic.severity.rawValue + ":", as: meaning)
            let place = style.link(
                diagnostic.location.description.printable, to: diagnostic.location)
            return "\(place): \(severity) \(diagnostic.message.printable) [\(diagnostic.rule)]\n"
        }
        .joined().withoutWorkflowCommands
    }
}
