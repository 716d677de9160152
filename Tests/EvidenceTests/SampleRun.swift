import Catalog
import Evidence
import Foundation
import Machine
import Probes
import Redaction
import Triage

/// A run against a world that answers as told, and the bundle's texts of it.
struct SampleRun {
    /// The runbook that was triaged.
    var runbook = Self.runbookText
    /// What the two addresses answer.
    var statuses = ["http://portal/healthz": 200, "http://media/v3": 503]

    /// A runbook with a step, two entries and what is to be handed over.
    static let runbookText = """
        ---
        system: sample
        depends: { portal: [media] }
        variables:
          PORTAL_URL: http://portal
        ---
        # Sample

        ## Triage

        1. Is the media server up?

           ```probe
           http http://media/v3 status=200 of=media   # the media server does not serve
           ```

        ## Failures

        | Symptom | Cause | Fix |
        |---|---|---|
        | <a id="silence"></a>Nobody hears anything | the media server is down | `docker compose restart media` |
        | <a id="blank"></a>The page stays blank | the portal is down | `docker compose restart portal` |

        ```probe silence
        http http://media/v3 status=200 of=media
        ```

        ```probe blank
        http ${PORTAL_URL}/healthz status=200 of=portal
        ```

        ## Evidence to capture

        - `docker compose ps -a`
        - The last commits: `git log --oneline -10`

        ## Escalation

        - Media on-call, with the logs
        """

    /// The runbooks as loaded.
    var source: RunbookSource {
        RunbookSource(file: "runbooks/sample.md", bytes: Array(runbook.utf8))
    }

    /// The same runbook with other words.
    func replacing(_ text: String, with other: String) -> [Runbook] {
        let changed = runbook.replacingOccurrences(of: text, with: other)
        return Catalog.load(
            sources: [RunbookSource(file: source.file, bytes: Array(changed.utf8))]
        ).runbooks
    }

    /// Runs triage and gives its record.
    func record() async throws -> RunRecord {
        let runbooks = Catalog.load(sources: [source]).runbooks
        let statuses = statuses
        let world = World.fake(
            transport: FakeTransport(statuses.mapValues { .status($0) }))
        let context = ProbeContext(world: world, redactor: Redactor())
        let scope = VariableScope()
        let plan = TriagePlan(runbooks, variables: scope, timeout: .seconds(5))
        let record = await TriageRun(runner: ProbeRunner(context: context))
            .record(of: plan, variables: scope)
        return RunRecord(
            version: "1.2.3", started: Date(timeIntervalSince1970: 1_795_263_610.123_456),
            duration: .milliseconds(1234), flags: ["--runbooks runbooks"], failureLevel: "unknown",
            runbooks: RecordedRunbook.all(
                of: runbooks, revisions: [source.file: String(repeating: "ab", count: 32)]),
            triage: record)
    }

    /// The run's record as a bundle has it.
    func replay() async throws -> Replay {
        let texts = Dictionary(
            uniqueKeysWithValues: try await record().texts(of: [source]).map { ($0.path, $0.text) })
        let document = texts[BundleLayout.record] ?? ""
        return try Replay(RunRecord(reading: document)) { texts[$0] }
    }
}
