import Catalog
import Foundation
import Triage

/// A verdict as metrics in Prometheus' text format, for node_exporter's textfile collector.
///
/// Prometheus, "Exposition formats", text format 0.0.4.
public enum PrometheusReport {
    /// The metrics, each with its help and type.
    public static func text(of report: RunReport) -> String {
        let verdict = report.verdict
        let metrics = [
            metric(
                "diagnose_verdict", "1 for what the verdict is, 0 for what it is not.",
                Verdict.Health.allCases.map {
                    sample([("verdict", $0.rawValue)], verdict.health == $0 ? 1 : 0)
                }),
            metric(
                "diagnose_probes", "How many probe lines came to each outcome.",
                Outcome.allCases.map {
                    sample([("outcome", $0.rawValue)], verdict.results($0).count)
                }),
            metric(
                "diagnose_component_failing",
                "1 for each component that fails, by the part it plays.", roles(in: verdict)),
            metric(
                "diagnose_probe_success", "1 where a line passed, 0 where it failed.",
                probes(of: verdict)),
            metric(
                "diagnose_run_duration_seconds", "How long the run took.",
                [" \(report.duration.secondsText)"]),
            metric(
                "diagnose_run_timestamp_seconds", "When the run began, in Unix time.",
                [" \(Int(report.started.timeIntervalSince1970))"]),
        ]
        return metrics.joined()
    }

    private static func metric(_ name: String, _ help: String, _ samples: [String]) -> String {
        if samples.isEmpty { return "" }
        return "# HELP \(name) \(help)\n# TYPE \(name) gauge\n"
            + samples.map { name + $0 + "\n" }.joined()
    }

    private static func roles(in verdict: Verdict) -> [String] {
        var seen: Set<String> = []
        let roots = verdict.problems
        let named =
            roots.map { ($0.component, "root", $0.entry?.id ?? "") }
            + roots.flatMap(\.downstream).map { ($0, "downstream", "") }
        return named.filter { seen.insert($0.0).inserted }.map { component, role, entry in
            sample([("component", component), ("role", role), ("entry", entry)], 1)
        }
    }

    /// Every line that came to a judgement, once; unknown ones are counted and have no sample.
    private static func probes(of verdict: Verdict) -> [String] {
        var samples: [(labels: [(String, String)], value: Int)] = []
        var places: [String: Int] = [:]
        for result in verdict.results where result.outcome != .unknown {
            let value = result.outcome == .pass ? 1 : 0
            let place = result.line.location
            let labels = [
                ("kind", result.line.kind), ("component", result.component),
                ("probe", result.line.text), ("runbook", "\(place.file):\(place.line)"),
            ]
            let key = labelText(labels)
            if let index = places[key] {
                samples[index].value = min(samples[index].value, value)
            } else {
                places[key] = samples.count
                samples.append((labels, value))
            }
        }
        return samples.map { sample($0.labels, $0.value) }
    }

    private static func sample(_ labels: [(String, String)], _ value: Int) -> String {
        "{\(labelText(labels))} \(value)"
    }

    /// Label values escape the backslash, the quote and the line feed.
    private static func labelText(_ labels: [(String, String)]) -> String {
        labels.map { name, value in
            let text = value.printable.replacing(["\\": "\\\\", "\"": "\\\""])
            return "\(name)=\"\(text)\""
        }
        .joined(separator: ",")
    }
}
