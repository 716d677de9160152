import Foundation
import Machine

/// The document `diagnose.verdict/1` as a program would read it.
struct VerdictDocument: Decodable {
    struct Problem: Decodable {
        var component: String
        var entry: String?
        var step: Step?
        var reason: String
        var downstream: [String]
    }

    struct Step: Decodable {
        var number: Int
        var title: String
    }

    struct Probe: Decodable {
        var line: String
        var kind: String
        var subject: String
        var component: String
        var outcome: String
        var observed: String
        var expected: String
        var durationMilliseconds: Int
    }

    var schema: String
    var verdict: String
    var summary: String
    var lead: Problem?
    var explains: [String]
    var downstream: [String]
    var also: [Problem]
    var probes: [Probe]

    /// Reads standard output, which must hold the document and nothing else.
    init(_ result: CommandResult) throws {
        self = try JSONDecoder().decode(Self.self, from: Data(result.standardOutput))
    }

    /// Failing and unknown probes, for the message of a failed expectation.
    var troubles: String {
        probes.filter { $0.outcome != "pass" }
            .map { "\($0.outcome) \($0.line) [\($0.component)]: \($0.observed)" }
            .joined(separator: "\n")
    }
}
