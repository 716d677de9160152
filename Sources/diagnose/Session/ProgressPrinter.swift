import Triage

/// Shows how a run goes on, on standard error: one line that changes on a terminal, plain lines
/// elsewhere.
struct ProgressPrinter: Sendable {
    /// Whether standard error is a terminal.
    var isTerminal: Bool
    /// The columns that the changing line may take.
    var width: Int

    /// Erases the line and goes back to its start (ECMA-48, EL).
    private static let clear = "\r\u{1B}[2K"

    /// Shows one event.
    func show(_ progress: Progress) {
        switch progress {
        case .started(let title, let total):
            if isTerminal { Output.printError(Self.clear + line("… \(title) (of \(total))")) }
        case .finished(let title, let done, let total):
            let text = "[\(done)/\(total)] \(title)".printable
            Output.printError(isTerminal ? Self.clear + line(text) : text + "\n")
        }
    }

    /// Takes the changing line away.
    func finish() {
        if isTerminal { Output.printError(Self.clear) }
    }

    private func line(_ text: String) -> String {
        String(text.printable.prefix(max(width - 1, 0)))
    }
}
