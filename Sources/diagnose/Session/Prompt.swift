import Foundation
import Machine

/// Asks a person, on a terminal or over a pipe.
struct Prompt: Sendable {
    /// Where answers come from.
    private let input: LineInput
    /// Whether a terminal shows what is typed; elsewhere answers are shown by us.
    private let isTerminal: Bool

    /// So many answers in a row that are none end the questions: somebody types in the dark, or a
    /// pipe brings something else.
    private static let patience = 10

    /// A prompt on what the call reads.
    init(_ invocation: Invocation) {
        input = LineInput(invocation.world.files)
        isTerminal = invocation.terminal.isInputTerminal
    }

    /// Asks until an answer can be read; `nil` at the end of input, at Ctrl-C, or when patience is
    /// at its end.
    ///
    /// - Parameters:
    ///   - question: What stands in front of the answer.
    ///   - correction: What is said to an answer that is none.
    ///   - read: Makes an answer of a word in small letters.
    func ask<Answer: Sendable>(
        _ question: String, correction: String, _ read: (String) -> Answer?
    ) async -> Answer? {
        for _ in 0..<Self.patience {
            if isTerminal { forgetTypedAhead() }
            Output.print(question)
            guard let line = await Interruption.cancelling({ [input] in await input.next() }) else {
                Output.print("\n")
                return nil
            }
            let word = line.filter { !$0.isWhitespace }.lowercased()
            if !isTerminal { Output.print(String(word.prefix(40)).printableLine) }
            if let answer = read(word) { return answer }
            Output.print(correction)
        }
        return nil
    }

    /// Throws away what was typed before the question could be read (tcflush(3)): a second Enter
    /// while a command runs must not agree to the next one.
    private func forgetTypedAhead() {
        input.discard()
        _ = tcflush(STDIN_FILENO, TCIFLUSH)
    }
}
