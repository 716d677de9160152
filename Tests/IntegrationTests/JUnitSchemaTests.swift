import Foundation
import Machine
import TestSupport
import Testing

/// Reports of real runs, held against an XML Schema by xmllint.
@Suite(.enabled(if: TestEnvironment.value("DIAGNOSE_TEST_XMLLINT") != nil))
struct JUnitSchemaTests {
    private func validate(_ document: [UInt8]) async throws -> CommandResult {
        let folder = try TemporaryFolder()
        try folder.write("report.xml", document)
        let schema = TestEnvironment.root
            .appendingPathComponent("Tests/IntegrationTests/Servers/junit.xsd").path
        return try await Program.run(
            "xmllint", ["--noout", "--nonet", "--schema", schema, "report.xml"], in: folder.path)
    }

    @Test(
        "a report is as the schema says, whatever came of the run",
        arguments: [
            ["triage", "voxbento", "--timeout", "1s"], ["triage", "ratiba", "--timeout", "1s"],
            ["probe", "file", "nowhere", "exists=true"], ["probe", "file", "/", "exists=true"],
            ["probe", "file", "<&\"\u{1B}]]>", "exists=true"],
        ])
    func reports(arguments: [String]) async throws {
        let folder = try TemporaryFolder()
        let run = try await Program.diagnose(arguments + ["--output", "junit"], in: folder.path)
        let result = try await validate(run.standardOutput)
        #expect(result.exitCode == 0, "\(result.errorOutput)")
    }

    @Test("a report that lacks what readers need is refused")
    func refused() async throws {
        let bad = "<testsuites><testsuite name=\"a\"><testcase/></testsuite></testsuites>"
        #expect(try await validate(Array(bad.utf8)).exitCode != 0)
    }
}
