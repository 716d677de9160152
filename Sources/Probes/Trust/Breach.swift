/// What only lines of a trusted runbook may do.
public enum Breach: Error, Sendable, Hashable {
    /// Secrets would leave this program, in an address, a header, a command.
    case usesSecrets([String])
    /// Something would be run that the line, or the project that it names, chooses.
    case runs(String)
    /// A program of the line's choice would be run, which takes `--allow-exec` besides.
    case runsProgram
    /// A request would be sent that may change something.
    case sends(String)
    /// What stands in a file would be read that no such line needs.
    case reads(String)
    /// A password that the line does not name would be given to a server of its choice.
    case presentsPassword(to: String)

    /// What the line would do, and what the user can do about it.
    public var summary: String {
        switch self {
        case .usesSecrets(let names) where names.count == 1:
            "uses the secret \(names[0]); run with --trust to let this runbook have it"
        case .usesSecrets(let names):
            "uses the secrets \(names.joined(separator: ", ")); run with --trust to let this "
                + "runbook have them"
        case .runs(let what): "runs \(what)" + Self.advice
        case .runsProgram:
            "runs a program; run with --trust and --allow-exec to let this runbook do so"
        case .sends(let method): "sends \(method), which may change something" + Self.advice
        case .reads(let path): "reads \(path), outside of the working directory" + Self.advice
        case .presentsPassword(let host):
            "gives the service's password to \(host)" + Self.advice
        }
    }

    private static let advice = "; run with --trust to let this runbook do so"
}
