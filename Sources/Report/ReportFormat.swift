/// A form that a verdict is reported in, as a value: `--output`, `--report` and help read this one
/// declaration.
public struct ReportFormat: Sendable {
    /// What it is called on the command line.
    public var name: String
    /// The report in a style, which only text for a person heeds.
    public var render: @Sendable (RunReport, TextStyle) -> String

    /// Every format.
    public static let all = [
        text, json, html, junit, tap, github, markdown, prometheus, nagios,
    ]

    /// The format of that name.
    public static func named(_ name: String) -> ReportFormat? {
        all.first { $0.name == name }
    }
}

extension ReportFormat {
    /// `--output text`: for a person
    public static let text = ReportFormat(name: "text") { report, style in
        VerdictText.report(of: report, style: style)
    }

    /// `--output json`: one document, `diagnose.verdict/1`
    public static let json = ReportFormat(name: "json") { report, _ in
        VerdictJSON.document(of: report)
    }

    /// `--output html`: one page for a browser, complete in itself
    public static let html = ReportFormat(name: "html") { report, _ in
        HTMLReport.page(of: report).withoutWorkflowCommands
    }

    /// `--output junit`: a test report in XML
    public static let junit = ReportFormat(name: "junit") { report, _ in
        JUnitReport.document(of: report)
    }

    /// `--output tap`: Test Anything Protocol
    public static let tap = ReportFormat(name: "tap") { report, _ in
        TAPReport.text(of: report)
    }

    /// `--output github`: annotations of GitHub Actions
    public static let github = ReportFormat(name: "github") { report, _ in
        GitHubReport.lines(of: report)
    }

    /// `--output markdown`: for a ticket or a chat
    public static let markdown = ReportFormat(name: "markdown") { report, _ in
        MarkdownReport.text(of: report).withoutWorkflowCommands
    }

    /// `--output prometheus`: metrics as text
    public static let prometheus = ReportFormat(name: "prometheus") { report, _ in
        PrometheusReport.text(of: report)
    }

    /// `--output nagios`: a plugin's line
    public static let nagios = ReportFormat(name: "nagios") { report, _ in
        NagiosReport.line(of: report)
    }
}
