import Foundation
import Machine
import Testing

@testable import Logs

@Suite("Log correlator")
struct LogCorrelatorTests {
    @Test("one id is followed through logs in order of time, whole events at a time")
    func follows() async {
        let logs = [
            "b": "2026-11-21T06:00:03Z INFO done req-7\n2026-11-21T06:00:04Z INFO done req-77\n",
            "a": "2026-11-21T07:00:01+01:00 INFO start id=req-7\n"
                + "2026-11-21T07:00:02+01:00 ERROR failed\n  in req-7\n",
        ]
        let inputs = logs.keys.sorted(by: >).map {
            LogInput($0, .file(MemoryFile(Array((logs[$0] ?? "").utf8))))
        }
        let now = Date(timeIntervalSince1970: 1_795_250_000)
        let (events, failures) = await LogCorrelator(id: "req-7", since: nil, now: now)
            .events(in: inputs)
        #expect(events.map(\.log) == ["a", "a", "b"] && failures.isEmpty)
        #expect(events.map(\.spot.line) == [1, 2, 1])
        #expect(events[1].spot.text.hasSuffix("in req-7"))
    }
}
