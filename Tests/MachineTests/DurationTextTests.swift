import Machine
import Testing

@Suite("Durations")
struct DurationTextTests {
    @Test(
        "seconds that somebody else tells make a duration, whatever they are",
        arguments: [
            (0, "0 ms"), (0.0354, "35 ms"), (5, "5 s"), (7200, "2 h"), (.nan, "0 ms"),
            (.signalingNaN, "0 ms"), (1e300, "11574074 days"), (.infinity, "11574074 days"),
            (-.infinity, "-1000000000000000 ms"), (-1e300, "-1000000000000000 ms"),
        ] as [(Double, String)])
    func clamped(seconds: Double, text: String) {
        #expect(Duration(clampingSeconds: seconds).shortText == text)
    }
}
