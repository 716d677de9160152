import Testing

@testable import Logs

@Suite("Field conditions")
struct FieldConditionTests {
    @Test(
        "a condition compares numbers as numbers and texts as texts",
        arguments: [
            ("thread_id=7", true), ("thread_id=8", false), ("thread_id!=8", true),
            ("duration_ms>2500", true), ("duration_ms>2600.5", false), ("duration_ms<=2600", true),
            ("user.name=anna", true), ("user.name~nn", true), ("user.name!~nn", false),
            ("missing=1", false), ("missing!=1", false), ("level=error", true),
        ])
    func met(text: String, expected: Bool) throws {
        let line = #"{"level":"error","thread_id":"7","duration_ms":2600,"user":{"name":"anna"}}"#
        let fields = try #require(LogFields(Array(line.utf8)[...]))
        #expect(try #require(FieldCondition(text)).isMet(by: fields) == expected)
    }

    @Test("what is no condition is none", arguments: ["", "x", "=1", "x=", "x>many", ">", "!"])
    func malformed(text: String) {
        #expect(FieldCondition(text) == nil)
    }
}
