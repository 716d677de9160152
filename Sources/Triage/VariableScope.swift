import Catalog

/// Where the variables of probe lines get their values, nearest first.
public struct VariableScope: Sendable {
    /// Given with `--set`.
    public var given: [String: String]
    /// Of the process.
    public var environment: [String: String]
    /// Of dotenv files.
    public var files: [String: String]

    /// Makes a scope.
    public init(
        given: [String: String] = [:], environment: [String: String] = [:],
        files: [String: String] = [:]
    ) {
        self.given = given
        self.environment = environment
        self.files = files
    }

    /// The value of a variable as a runbook sees it; its own default comes last.
    public func value(of name: String, in runbook: Runbook?) -> String? {
        value(of: name) ?? runbook?.variables.first { $0.name == name }?.defaultValue
    }

    /// The value that the user gave a variable, in whatever way; no runbook has a say in it.
    func value(of name: String) -> String? { given[name] ?? environment[name] ?? files[name] }
}
