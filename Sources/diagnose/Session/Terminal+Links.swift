import Foundation
import Report

extension Terminal {
    /// Links to places in files, where the terminal is known to show them; others print their codes.
    ///
    /// - Parameter directory: The folder in which relative paths begin.
    func links(in directory: String) -> PlaceLinks? {
        guard showsLinks else { return nil }
        return PlaceLinks(host: Self.hostName, directory: directory)
    }

    /// Whether the terminal shows links, by the rules of npm's `supports-hyperlinks` and of GCC's
    /// `-fdiagnostics-urls=auto`: `FORCE_HYPERLINK` decides, logs of CI and terminals without
    /// colour show none, and others are known by what they set.
    private var showsLinks: Bool {
        if let forced = environment["FORCE_HYPERLINK"] {
            return isOutputTerminal && forced != "0" && forced != "false"
        }
        guard isOutputTerminal, !refusesColor, (environment["CI"] ?? "").isEmpty else {
            return false
        }
        // VTE 0.50.0 crashed on them.
        if let version = environment["VTE_VERSION"].flatMap(Int.init) { return version > 5000 }
        return Self.signs.contains { !(environment[$0] ?? "").isEmpty }
            || Self.programs.contains(environment["TERM_PROGRAM"] ?? "")
            || Self.types.contains(environment["TERM"] ?? "")
    }

    /// Variables that only terminals set which show links.
    private static let signs = ["WT_SESSION", "KITTY_WINDOW_ID", "KONSOLE_VERSION", "DOMTERM"]
    /// Their values of `TERM_PROGRAM`.
    private static let programs = ["iTerm.app", "WezTerm", "vscode", "ghostty", "Hyper", "zed"]
    /// Their values of `TERM`.
    private static let types = [
        "xterm-kitty", "alacritty", "foot", "foot-extra", "wezterm", "xterm-ghostty",
    ]

    /// The name of this machine, asked of the kernel alone: the resolver may take seconds.
    private static var hostName: String {
        var name = [CChar](repeating: 0, count: 256)
        guard gethostname(&name, name.count - 1) == 0 else { return "" }
        return String(
            decoding: name.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }
}
