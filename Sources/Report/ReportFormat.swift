/// A form that a verdict is reported in, as a value: `--output`, `--report` and help read this one
/// declaration.
public struct ReportFormat: Sendable {
    /// What it is called on the command line.
    public var name: String
    /// What it is for, in a few words.
    public var abstract: String
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
    /// `--output text`
    public static let text = ReportFormat(
        name: "text", abstract: "for a person (default)"
    ) { report, style in
        VerdictText.report(of: report, style: style)
    }

    /// `--output json`
    public static let json = ReportFormat(
        name: "json", abstract: "one document, diagnose.verdict/1"
    ) { report, _ in
        VerdictJSON.document(of: report)
    }

    /// `--output html`
    public static let html = ReportFormat(
        name: "html", abstract: "one page for a browser, complete in itself"
    ) { report, _ in
        HTMLReport.page(of: report).withoutWorkflowCommands
    }

    /// `--output junit`
    public static let junit = ReportFormat(
        name: "junit", abstract: "a test report in XML"
    ) { report, _ in
        JUnitReport.document(of: report)
    }

    /// `--output tap`
    public static let tap = ReportFormat(
        name: "tap", abstract: "Test Anything Protocol"
    ) { report, _ in
        TAPReport.text(of: report)
    }

    /// `--output github`
    public static let github = ReportFormat(
        name: "github", abstract: "annotations of GitHub Actions"
    ) { report, _ in
        GitHubReport.lines(of: report)
    }

    /// `--output markdown`
    public static let markdown = ReportFormat(
        name: "markdown", abstract: "for a ticket or a chat"
    ) { report, _ in
        MarkdownReport.text(of: report).withoutWorkflowCommands
    }

    /// `--output prometheus`
    public static let prometheus = ReportFormat(
        name: "prometheus", abstract: "metrics as text"
    ) { report, _ in
        PrometheusReport.text(of: report)
    }

    /// `--output nagios`
    public static let nagios = ReportFormat(
        name: "nagios", abstract: "a plugin's line"
    ) { report, _ in
        NagiosReport.line(of: report)
    }
}
