import Foundation
import Testing
import Triage

@testable import Evidence

@Suite struct KeyedLinesTests {
    private static let before = """
        # this process; values only of known names
        HOME is set
        MODE=fast
        OLD=1
        URL=http://a:80/

        # service portal
        MODE=slow
        SECRET=[redacted:1]
        """

    @Test(
        "names that come, go or change are told, by section; numbers of tokens mean nothing",
        arguments: [
            (("OLD=1", "NEW=1"), ["NEW (this process)"], ["OLD (this process)"], []),
            (("MODE=fast", "MODE=slow"), [], [], ["MODE (this process)"]),
            (("http://a", "http://b"), [], [], ["URL (this process)"]),
            (("MODE=slow", "MODE="), [], [], ["MODE (service portal)"]),
            (("[redacted:1]", "[redacted:7]"), [], [], []),
            (("HOME is set\n", ""), [], ["HOME (this process)"], []),
        ] as [((String, String), [String], [String], [String])])
    func change(
        edit: (String, String), added: [String], removed: [String], changed: [String]
    ) {
        let after = Self.before.replacingOccurrences(of: edit.0, with: edit.1)
        let change = KeyedLines(Self.before).change(to: KeyedLines(after), of: .environment)
        #expect(change.added == added)
        #expect(change.removed == removed)
        #expect(change.changed.map(\.name) == changed)
    }
}
