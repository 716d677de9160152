import Foundation
import Report

/// What the place that output goes to can show.
struct Terminal: Sendable {
    /// Whether standard input is a terminal.
    var isInputTerminal: Bool
    /// Whether standard output is a terminal.
    var isOutputTerminal: Bool
    /// Whether standard error is a terminal.
    var isErrorTerminal: Bool
    /// The columns of the terminal, where one can be asked.
    var columns: Int?
    /// The environment, which `NO_COLOR`, `TERM` and `COLUMNS` are read from.
    var environment: [String: String]

    /// The terminal of this process.
    static func live(environment: [String: String]) -> Terminal {
        let isOutput = isatty(STDOUT_FILENO) == 1
        let isError = isatty(STDERR_FILENO) == 1
        return Terminal(
            isInputTerminal: isatty(STDIN_FILENO) == 1, isOutputTerminal: isOutput,
            isErrorTerminal: isError,
            columns: isOutput ? columns(of: STDOUT_FILENO) : nil, environment: environment)
    }

    /// How text is to look for a value of `--color`; `NO_COLOR` (no-color.org) counts unless the
    /// flag says otherwise.
    func style(color: String?) -> TextStyle {
        let usesColor =
            switch color {
            case "always": true
            case "never": false
            default: isOutputTerminal && !refusesColor
            }
        return TextStyle(usesColor: usesColor, width: width)
    }

    /// Whether the environment asks for no colour.
    var refusesColor: Bool {
        !(environment["NO_COLOR"] ?? "").isEmpty || environment["TERM"] == "dumb"
            || environment["TERM"] == nil
    }

    private var width: Int {
        columns ?? environment["COLUMNS"].flatMap(Int.init) ?? TextStyle.defaultWidth
    }

    /// The window width that the terminal driver knows (`TIOCGWINSZ`).
    private static func columns(of descriptor: Int32) -> Int? {
        var size = winsize()
        guard ioctl(descriptor, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return nil }
        return Int(size.ws_col)
    }
}
