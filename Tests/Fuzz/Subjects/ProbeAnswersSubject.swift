import Machine
import Probes

/// The examples of every probe kind in a world in which every file, program and server says the
/// same: the input. Its first two bytes choose the example.
struct ProbeAnswersSubject: FuzzSubject {
    let name = "probe-answers"
    let longestInput = 1024

    private static let examples = ProbeRegistry.kinds.flatMap(\.schema.examples)

    func read(_ bytes: [UInt8]) async throws(BrokenPromise) {
        guard bytes.count >= 2 else { return }
        let number = (Int(bytes[0]) << 8 | Int(bytes[1])) % Self.examples.count
        let answer = EchoingWorld.Answer(bytes: Array(bytes.dropFirst(2)))
        try await ProbeLook.look(Self.examples[number], in: EchoingWorld.world(saying: answer))
    }
}
