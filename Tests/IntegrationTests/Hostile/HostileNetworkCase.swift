/// One way in which a network misbehaves, and what the executable says of it.
struct HostileNetworkCase: Sendable {
    /// What goes wrong, in words.
    var name: String
    /// The probe line, which gets `timeout=1s`.
    var line: String
    /// `pass`, `fail` or `unknown`.
    var outcome: String
    /// What the verdict shows as seen; anything where empty.
    var observed: String
    /// What is added to the environment.
    var environment: [String: String] = [:]
    /// Whether the words are its own; elsewhere the same trouble comes by another way.
    var isOwn = true

    /// A server misbehaves, and the line fails.
    static func fail(_ name: String, _ line: String, _ observed: String) -> HostileNetworkCase {
        HostileNetworkCase(name: name, line: line, outcome: "fail", observed: observed)
    }

    /// A trouble of another case comes by another way.
    static func again(_ name: String, _ line: String, _ observed: String) -> HostileNetworkCase {
        HostileNetworkCase(
            name: name, line: line, outcome: "fail", observed: observed, isOwn: false)
    }

    /// A server does something unusual that is no fault, and the line passes.
    static func pass(_ name: String, _ line: String) -> HostileNetworkCase {
        HostileNetworkCase(name: name, line: line, outcome: "pass", observed: "")
    }

    /// The words of the line, single quotes taken off.
    var words: [String] {
        var words = [""]
        var isQuoted = false
        for character in line {
            switch character {
            case "'": isQuoted.toggle()
            case " " where !isQuoted: words.append("")
            default: words[words.count - 1].append(character)
            }
        }
        return words
    }

    /// The exit code that goes with the outcome.
    var exitCode: Int32 {
        switch outcome {
        case "pass": 0
        case "fail": 1
        default: 2
        }
    }
}
