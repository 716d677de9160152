import Catalog
import Foundation
import Triage

/// A verdict as a JUnit report, one suite a runbook.
///
/// It keeps to what both the schema of Apache Ant's task (windyroad's `JUnit.xsd`) and Jenkins'
/// xUnit plugin accept.
public enum JUnitReport {
    /// The document.
    public static func document(of report: RunReport) -> String {
        var suites: [(file: String, results: [ProbeResult])] = []
        for result in report.verdict.results {
            let file = result.line.location.file
            if let index = suites.firstIndex(where: { $0.file == file }) {
                suites[index].results.append(result)
            } else {
                suites.append((file, [result]))
            }
        }
        let stems = suites.map { stem(of: $0.file) }
        let elements = suites.enumerated().map { number, suite in
            let stem = stems[number]
            let isAlone = stems.count { $0 == stem } == 1
            return element(
                of: suite.results, named: isAlone ? stem : path(of: suite.file), number: number,
                report)
        }
        return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites>\n"
            + elements.joined() + "</testsuites>\n"
    }

    /// `./docs/shop/README.md` → `docs/shop/README_md`, where other runbooks have the same stem.
    private static func path(of file: String) -> String {
        let parts = file.split(separator: "/").filter { $0 != "." }
        return parts.joined(separator: "/").replacing(".", with: "_")
    }

    /// `runbooks/voxbento.md` → `voxbento`, since dots part packages from classes.
    private static func stem(of file: String) -> String {
        let name = file.split(whereSeparator: { "/:".contains($0) }).last ?? "diagnose"
        let stem = name.split(separator: ".").first ?? name
        return String(stem)
    }

    private static func element(
        of results: [ProbeResult], named name: String, number: Int, _ report: RunReport
    ) -> String {
        let failures = results.count { $0.outcome == .fail }
        let skipped = results.count { $0.outcome == .unknown }
        let time = results.reduce(Duration.zero) { $0 + $1.duration }
        let stamp = Date.ISO8601FormatStyle(timeZone: .gmt).year().month().day()
            .time(includingFractionalSeconds: false)
        let attributes: [(String, String)] = [
            ("name", name), ("package", "diagnose"), ("id", "\(number)"),
            ("timestamp", report.started.formatted(stamp)), ("hostname", "localhost"),
            ("tests", "\(results.count)"), ("failures", "\(failures)"), ("errors", "0"),
            ("skipped", "\(skipped)"), ("time", time.secondsText),
        ]
        return "  <testsuite\(XMLText.attributes(attributes))>\n    <properties/>\n"
            + results.map { testCase($0, in: name) }.joined()
            + "    <system-out>\(XMLText.escaped(report.verdict.headline))</system-out>\n"
            + "    <system-err/>\n  </testsuite>\n"
    }

    private static func testCase(_ result: ProbeResult, in suite: String) -> String {
        let attributes: [(String, String)] = [
            ("name", result.line.text), ("classname", "\(suite).\(result.component)"),
            ("time", result.duration.secondsText),
        ]
        let open = "    <testcase\(XMLText.attributes(attributes))"
        switch result.outcome {
        case .pass: return open + "/>\n"
        case .unknown:
            let reason = XMLText.attributes([("message", result.observed)])
            return "\(open)>\n      <skipped\(reason)/>\n    </testcase>\n"
        case .fail:
            let message = XMLText.attributes([
                ("message", result.line.reason ?? result.observed), ("type", result.line.kind),
            ])
            let place = result.line.location
            let lines =
                ["observed: \(result.observed)", "expected: \(result.expected)"]
                + result.evidence.map { "| \($0)" } + ["at \(place.file):\(place.line)"]
            let text = lines.map(XMLText.escaped).joined(separator: "\n")
            return "\(open)>\n      <failure\(message)>\(text)</failure>\n    </testcase>\n"
        }
    }
}
