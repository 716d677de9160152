import Foundation
import Report
import TestSupport
import Testing

#if canImport(FoundationXML)
    import FoundationXML
#endif

/// Hostile text in every place of a verdict, through every format there is.
@Suite struct HostileTextTests {
    /// Texts with several lines, which stay several lines where they are to be pasted.
    private static let pasted: Set<HostileReport.Place> = [.command, .stepCommand]
    /// Formats in which the lines are all there is to tell parts by.
    private static let byLine: Set = ["json", "junit", "tap", "github", "prometheus", "nagios"]

    @Test("nothing planted anywhere steers who reads a report, or adds to what it is made of")
    func planted() throws {
        var leaks: [String] = []
        for format in ReportFormat.all {
            // Only text for a person heeds the width.
            for style in [40, 100].prefix(format.name == "text" ? 2 : 1).map({
                TextStyle(width: $0)
            }) {
                for place in HostileReport.Place.allCases {
                    let harmless = format.render(
                        HostileReport(HostileReport.harmless, at: place).report, style)
                    for (name, text) in HostileText.samples {
                        let report = HostileReport(text, at: place).report
                        let shown = format.render(report, style)
                        if let leak = Self.leak(in: shown, format, place, like: harmless) {
                            leaks.append("\(name) in \(place) as \(format.name): \(leak)")
                        }
                    }
                }
            }
        }
        print(
            "hostile text: \(HostileReport.Place.allCases.count) places × "
                + "\(ReportFormat.all.count) formats, leaks \(leaks.count)")
        #expect(leaks.isEmpty, "\(leaks.prefix(40).joined(separator: "\n"))")
    }

    @Test("what is planted is shown, so that the other test can fail")
    func shown() {
        let shown = HostileReport.Place.allCases.filter { place in
            let report = HostileReport(HostileText.mark, at: place).report
            return ReportFormat.all.contains {
                $0.render(report, TextStyle()).contains(HostileText.mark)
            }
        }
        #expect(shown.count >= 20, "\(shown)")
        let everywhere: Set<HostileReport.Place> = [
            .line, .reason, .component, .observed, .expected, .evidence, .file, .entryTitle, .fix,
            .command, .unknownReason,
        ]
        #expect(everywhere.isSubset(of: shown), "\(shown)")
    }

    private static func leak(
        in shown: String, _ format: ReportFormat, _ place: HostileReport.Place,
        like harmless: String
    ) -> String? {
        if let leak = HostileText.leak(
            in: outside(shown), allowingCommands: format.name == "github")
        {
            return leak
        }
        if byLine.contains(format.name), count("\n", shown) != count("\n", harmless) {
            return "other lines"
        }
        switch format.name {
        case "html":
            // A longer name takes more lines of the graph.
            let hasMore = count("<", withoutGraph(shown)) != count("<", withoutGraph(harmless))
            if hasMore || !tags(shown).isSubset(of: tags(harmless)) { return "other elements" }
            if shown.contains("\" onload=") { return "an attribute" }
        case "junit":
            if count("<", shown) != count("<", harmless) { return "other elements" }
            if shown.contains("\" onload=") { return "an attribute" }
            if !XMLParser(data: Data(shown.utf8)).parse() { return "no XML" }
        case "json":
            if (try? JSONSerialization.jsonObject(with: Data(shown.utf8))) == nil {
                return "no JSON"
            }
        case "github":
            let lines = shown.split(separator: "\n").dropLast()
            if !lines.allSatisfy({ $0.contains(#/^::(error|warning|notice) [^:]*::/#) }) {
                return "another command"
            }
        case "nagios":
            if count("|", shown) != 1 { return "other performance data" }
        case "prometheus": return prometheusLeak(in: shown)
        case "markdown":
            if !pasted.contains(place), markdownShape(shown) != markdownShape(harmless) {
                return "other blocks"
            }
        default: break
        }
        return nil
    }

    /// A report without the style sheet and script that the program itself brings.
    private static func outside(_ shown: String) -> String {
        ["style", "script"].reduce(shown) { text, name in
            let parts = text.components(separatedBy: "<\(name)>")
            return parts.map { part in
                part.components(separatedBy: "</\(name)>").last ?? ""
            }
            .joined()
        }
    }

    private static func withoutGraph(_ page: String) -> String {
        page.replacing(#/<svg.*?<\/svg>/#.dotMatchesNewlines(), with: "")
    }

    private static func tags(_ page: String) -> Set<String> {
        Set(page.matches(of: #/<[a-z0-9]+/#).map { String($0.output) })
    }

    private static func count(_ mark: Unicode.Scalar, _ text: String) -> Int {
        text.unicodeScalars.count { $0 == mark }
    }

    /// A line that is no sample of the text format (Prometheus, "Exposition formats").
    private static func prometheusLeak(in shown: String) -> String? {
        let sample = #/^[a-z_]+(\{([a-z]+="([^"\\]|\\["\\n])*",?)*\})? [0-9.]+$/#
            .matchingSemantics(.unicodeScalar)
        let stray = shown.split(separator: "\n").first {
            !$0.hasPrefix("# HELP diagnose_") && !$0.hasPrefix("# TYPE diagnose_")
                && $0.wholeMatch(of: sample) == nil
        }
        return stray.map { "no sample: \($0)" }
    }

    /// What the lines of a Markdown text outside of fences begin with, and how many bars the rows of
    /// tables have.
    private static func markdownShape(_ text: String) -> [String] {
        var fence: String?
        return text.split(separator: "\n").compactMap { line -> String? in
            let trimmed = line.drop { $0 == " " }
            if let open = fence {
                if trimmed == open { fence = nil }
                return nil
            }
            let ticks = String(trimmed.prefix { $0 == "`" })
            if ticks.count >= 3 {
                fence = ticks
                return "fence"
            }
            let opening = trimmed.prefix { "#->|0123456789.".contains($0) }
            // Elsewhere a bar is a bar.
            guard opening.hasPrefix("|") else { return String(opening) }
            let bars = line.unicodeScalars.reduce(into: (count: 0, isEscaped: false)) {
                state, next in
                if next == "|", !state.isEscaped { state.count += 1 }
                state.isEscaped = next == "\\" && !state.isEscaped
            }
            return "\(opening) \(bars.count)"
        }
    }
}
