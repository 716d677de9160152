import Catalog
import Testing
import Triage

@Suite struct VariableScopeTests {
    @Test("the nearest source wins: --set, environment, files, the runbook's default")
    func order() {
        var runbook = Runbook(file: "r.md", system: "r", title: "R")
        runbook.variables = ["A", "B", "C", "D"].map {
            Variable(
                name: $0, defaultValue: "default", location: SourceLocation(file: "r.md", line: 1))
        }
        let scope = VariableScope(
            given: ["A": "given"], environment: ["A": "env", "B": "env"],
            files: ["A": "file", "B": "file", "C": "file"])
        let values = ["A", "B", "C", "D", "E"].map { scope.value(of: $0, in: runbook) }
        #expect(values == ["given", "env", "file", "default", nil])
    }

    @Test("a variable given as empty is set")
    func empty() {
        let scope = VariableScope(given: ["A": ""], environment: ["A": "env"])
        #expect(scope.value(of: "A", in: nil)?.isEmpty == true)
    }
}
