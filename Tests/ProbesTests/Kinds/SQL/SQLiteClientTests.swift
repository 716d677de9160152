import Foundation
import Machine
import Testing

@testable import Probes

/// The real `sqlite3`, where there is one, on a database of its own.
@Suite(.enabled(if: TestEnvironment.sqlite != nil, "no sqlite3 is installed"))
struct SQLiteClientTests {
    private func run(_ query: String, on file: String) async throws -> (SQLQuestion, CommandResult)
    {
        let question = SQLQuestion(
            statement: try SQLStatement(query, for: .sqlite3), database: file,
            limit: .seconds(2))
        let program = try #require(TestEnvironment.sqlite)
        let client = SQLiteClient()
        let command = Command(
            program, client.arguments(for: question),
            environment: client.environment(for: question), timeout: .seconds(20))
        return (question, try await LiveCommandRunner().run(command))
    }

    private func withDatabase(_ test: (String) async throws -> Void) async throws {
        let file = FileManager.default.temporaryDirectory
            .appending(path: "diagnose-\(UUID().uuidString).db").path()
        defer { try? FileManager.default.removeItem(atPath: file) }
        let program = try #require(TestEnvironment.sqlite)
        let made = try await LiveCommandRunner().run(
            Command(
                program,
                [
                    file,
                    "CREATE TABLE t(id INT, s TEXT); INSERT INTO t VALUES (1,'x\ny'),(2,NULL),(3,'')",
                ], timeout: .seconds(20)))
        #expect(made.exitCode == 0)
        try await test(file)
    }

    @Test("rows and the first value are read, whatever stands in them")
    func answers() async throws {
        try await withDatabase { file in
            for (query, rows, first) in [
                ("SELECT s, id FROM t", 3, .text("x\ny")), ("SELECT s FROM t WHERE id=2", 1, .null),
                ("SELECT s FROM t WHERE id=3", 1, .text("")), ("SELECT 1 WHERE 0", 0, nil),
                ("PRAGMA quick_check", 1, .text("ok")), ("SELECT 'it''s'", 1, .text("it's")),
            ] as [(String, Int, SQLAnswer.Value?)] {
                let (_, result) = try await run(query, on: file)
                let answer = SQLiteClient().answer(from: result)
                #expect(answer == SQLAnswer(rows: rows, first: first), "\(query)")
            }
        }
    }

    @Test("what the database lacks is a failure, and it is never written")
    func troubles() async throws {
        try await withDatabase { file in
            for (query, place, isFault, core) in [
                ("SELECT * FROM nosuch", file, true, "no such table: nosuch"),
                ("WITH x AS (SELECT 1) DELETE FROM t", file, false, "the query would write: "),
                ("SELECT FROM", file, false, "near \"FROM\": syntax error"),
                ("SELECT 1", file + ".none", true, "unable to open database"),
            ] {
                let (question, result) = try await run(query, on: place)
                #expect(result.exitCode != 0)
                // Versions add words of their own around these.
                switch SQLiteClient().trouble(from: result, with: question) {
                case .failed(let words): #expect(isFault && words.contains(core), "\(words)")
                case .unknown(let words): #expect(!isFault && words.contains(core), "\(words)")
                }
            }
            let (_, count) = try await run("SELECT count(*) FROM t", on: file)
            #expect(SQLiteClient().answer(from: count).first == .text("3"))
        }
    }
}
