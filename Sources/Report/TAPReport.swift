import Catalog
import Triage

/// A verdict as the Test Anything Protocol, version 13 (https://testanything.org/tap-version-13-specification.html).
public enum TAPReport {
    /// The report: a point a line, one that could not be observed skipped with the reason.
    public static func text(of report: RunReport) -> String {
        let results = report.verdict.results
        var text = "TAP version 13\n1..\(results.count)\n# \(report.verdict.headline.printable)\n"
        for (offset, result) in results.enumerated() {
            let name = description(result.line.text)
            switch result.outcome {
            case .pass: text += "ok \(offset + 1) - \(name)\n"
            case .unknown:
                text += "ok \(offset + 1) - \(name) # SKIP \(result.observed.printable)\n"
            case .fail:
                text += "not ok \(offset + 1) - \(name)\n" + diagnosis(of: result)
            }
        }
        return text
    }

    /// A test point's name, in which only a mark escaped is no directive.
    private static func description(_ line: String) -> String {
        line.printable.replacing(["\\": "\\\\", "#": "\\#"])
    }

    /// The YAML block behind a point that is not ok; its values are JSON strings, which YAML reads.
    private static func diagnosis(of result: ProbeResult) -> String {
        let place = result.line.location
        let members: [(String, String?)] = [
            ("message", result.line.reason), ("observed", result.observed),
            ("expected", result.expected), ("component", result.component),
            ("at", "\(place.file):\(place.line)"),
        ]
        let lines = members.compactMap { name, value in
            value.map { "  \(name): \(JSONText.string($0).line)\n" }
        }
        return "  ---\n" + lines.joined() + "  ...\n"
    }
}
