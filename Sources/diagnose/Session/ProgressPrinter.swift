import Report
import Triage

/// Shows how a run goes on, on standard error: one line that changes on a terminal, plain lines
/// elsewhere; with `--events` tells each result on standard output instead.
struct ProgressPrinter: Sendable {
    /// Whether nothing is shown.
    var isQuiet: Bool
    /// Whether results are told as events.
    var printsEvents: Bool
    /// Whether standard error is a terminal.
    var isTerminal: Bool
    /// The columns that the changing line may take.
    var width: Int

    /// Erases the line and goes back to its start (ECMA-48, EL).
    private static let clear = "\r\u{1B}[2K"

    /// The printer that the flags ask for.
    init(_ invocation: Invocation) {
        isQuiet = invocation.arguments.has(.quiet)
        printsEvents = invocation.arguments.has(.events)
        isTerminal = invocation.terminal.isErrorTerminal
        width = invocation.style.width
    }

    /// Shows one event.
    func show(_ progress: Progress) {
        if printsEvents {
            guard case .finished(_, let results, _, _) = progress else { return }
            return Output.print(results().map(RunEvents.result).joined())
        }
        if isQuiet { return }
        switch progress {
        case .started(let title, let total):
            if isTerminal { Output.printError(Self.clear + line("… \(title) (of \(total))")) }
        case .finished(let title, _, let done, let total):
            let text = "[\(done)/\(total)] \(title)".printable
            Output.printError(isTerminal ? Self.clear + line(text) : text + "\n")
        }
    }

    /// Takes the changing line away.
    func finish() {
        if isTerminal, !isQuiet, !printsEvents { Output.printError(Self.clear) }
    }

    private func line(_ text: String) -> String {
        String(text.printable.prefix(max(width - 1, 0)))
    }
}
