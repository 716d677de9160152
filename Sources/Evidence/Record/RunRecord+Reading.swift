import Catalog
import Foundation
import Triage

extension RunRecord {
    /// Reads a record; its runbooks are loaded apart.
    ///
    /// - Throws: ``RecordFailure``
    public init(reading text: String) throws(RecordFailure) {
        let reader = try FieldReader(text, file: BundleLayout.record, schema: Self.schema)
        self.init(
            version: try reader.text("version"),
            started: try reader.moment("started"),
            duration: .nanoseconds(try reader.number("durationNanoseconds")),
            flags: try reader.texts("flags"), failureLevel: try reader.text("failOn"),
            runbooks: try reader.all("runbooks", Self.runbook),
            triage: try Self.triage(reader))
    }

    private static func runbook(_ reader: FieldReader) throws(RecordFailure) -> RecordedRunbook {
        RecordedRunbook(
            file: try reader.text("file"), system: try reader.text("system"),
            path: try reader.text("path"), revision: try reader.optionalText("sha256"))
    }

    private static func triage(_ reader: FieldReader) throws(RecordFailure) -> TriageRecord {
        var dependencies: [String: [String]] = [:]
        let needs = try reader.object("dependencies")
        for name in needs.names { dependencies[name] = try needs.texts(name) }
        var variables: [String: String] = [:]
        let values = try reader.object("variables")
        for name in values.names { variables[name] = try values.text(name) }
        return TriageRecord(
            runbooks: [], items: try reader.all("items", item), dependencies: dependencies,
            services: Set(try reader.texts("services")), variables: variables)
    }

    private static func item(_ reader: FieldReader) throws(RecordFailure) -> TriageRecord.Item {
        let result = ProbeResult(
            line: try line(try reader.object("probe")), component: try reader.text("component"),
            outcome: try reader.choice("outcome"), observed: try reader.text("observed"),
            expected: try reader.text("expected"),
            failingSubjects: try reader.texts("failingSubjects"),
            evidence: try reader.texts("evidence"), isMeasured: try reader.truth("isMeasured"),
            isConfiguration: try reader.truth("isConfiguration"),
            duration: .nanoseconds(try reader.number("durationNanoseconds")))
        return TriageRecord.Item(result: result, owners: try reader.all("owners", owner))
    }

    private static func line(_ reader: FieldReader) throws(RecordFailure) -> ProbeLine {
        ProbeLine(
            text: try reader.text("line"), kind: try reader.text("kind"),
            subject: try reader.text("subject"),
            conditions: try reader.all("conditions", condition),
            reason: try reader.optionalText("reason"),
            location: SourceLocation(
                file: try reader.text("file"), line: try reader.number("row"),
                column: try reader.number("column")))
    }

    private static func condition(_ reader: FieldReader) throws(RecordFailure) -> Condition {
        Condition(
            key: try reader.text("name"), comparison: try reader.choice("comparison"),
            value: try reader.text("value"), column: try reader.number("column"))
    }

    private static func owner(_ reader: FieldReader) throws(RecordFailure) -> Owner {
        if reader.has("entry") { return .entry(id: try reader.text("entry")) }
        return .step(system: try reader.text("system"), number: try reader.number("step"))
    }
}

extension FieldReader {
    /// A list of objects, each read.
    fileprivate func all<Value>(
        _ name: String, _ read: (FieldReader) throws(RecordFailure) -> Value
    ) throws(RecordFailure) -> [Value] {
        var values: [Value] = []
        for element in try objects(name) { values.append(try read(element)) }
        return values
    }
}
