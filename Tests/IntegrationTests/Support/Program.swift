import Foundation
import Machine
import Testing

/// A run of the built executable, or of another program.
enum Program {
    /// Runs the executable under test.
    static func diagnose(
        _ arguments: [String], in directory: String, environment: [String: String] = [:]
    ) async throws -> CommandResult {
        try await run(
            TestEnvironment.executable, arguments, in: directory, environment: environment)
    }

    /// Runs a program, long enough for anything a test waits for.
    static func run(
        _ program: String, _ arguments: [String], in directory: String,
        environment: [String: String] = [:]
    ) async throws -> CommandResult {
        var variables = TestEnvironment.additions
        variables.merge(environment) { _, new in new }
        return try await LiveCommandRunner().run(
            Command(
                program, arguments, directory: directory, environment: variables,
                timeout: .seconds(120)))
    }

    /// Runs a program that must succeed.
    static func succeed(
        _ program: String, _ arguments: [String], in directory: String,
        environment: [String: String] = [:]
    ) async throws {
        let result = try await run(program, arguments, in: directory, environment: environment)
        try #require(
            result.exitCode == 0,
            "\(program) \(arguments.joined(separator: " ")): \(result.output)\(result.errorOutput)")
    }
}
