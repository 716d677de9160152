import Machine

/// Why the compose project could not be asked.
public enum ComposeFailure: Error, Sendable, Hashable {
    /// No Docker engine answers, and what there was to say about where.
    case noEngine(String)
    /// Neither `docker compose` nor `docker-compose` is installed.
    case noComposeTool
    /// No compose file stands in the folder or above it.
    case noProject(searchedFrom: String)
    /// Compose rejects the file, in its own words.
    case invalidFile(String)
    /// The command did not finish in time.
    case timedOut(String)
    /// The service's container can't run anything now, and how it is.
    case notRunning(service: String, String)
    /// Something else, in the tool's own words.
    case other(String)

    /// The failure in a few words, with how to see why.
    public var summary: String {
        switch self {
        case .noEngine(let detail): "no Docker engine answers\(detail): run `docker info`"
        case .noComposeTool:
            "neither `docker compose` nor `docker-compose` is installed here"
        case .noProject(let folder):
            "no compose file in \(folder) or above it: run this in the project's folder"
        case .invalidFile(let message):
            "the compose file is invalid (\(message)): run `docker compose config`"
        case .timedOut(let command):
            "\(command): run `docker info` to see whether the engine hangs"
        case .notRunning(let service, let state): "the service \(service) \(state)"
        case .other(let message): "docker compose could not tell: \(message)"
        }
    }
}

extension ComposeFailure {
    /// What the failure of a program that could not be run means.
    init(_ failure: CommandFailure) {
        switch failure {
        case .notFound: self = .noComposeTool
        case .timedOut: self = .timedOut(failure.summary)
        case .notStarted, .cancelled: self = .other(failure.summary)
        }
    }

    /// Reads what compose or docker wrote to standard error.
    ///
    /// The engine's wordings are those of the docker client since 17.03 and of moby's client 28.
    ///
    /// - Parameters:
    ///   - text: What it wrote.
    ///   - folder: Where the project was looked for.
    init(readFrom text: String, searchedFrom folder: String) {
        let lines = text.split(whereSeparator: \.isNewline)
            .map { PlainText.line(of: $0) }
            .filter { !$0.isEmpty && !$0.contains("level=warning") }
        if let line = lines.first(where: Self.speaksOfEngine) {
            self = .noEngine(Self.address(in: line).map { " at \($0)" } ?? "")
        } else if let line = lines.first(where: { $0.contains("permission denied") }),
            line.contains("docker.sock") || line.contains("docker API")
        {
            let address = Self.address(in: line) ?? "its socket"
            self = .noEngine(" this user, who may not use \(address)")
        } else if lines.contains(where: Self.speaksOfMissingFile) {
            self = .noProject(searchedFrom: folder)
        } else {
            self = .other(lines.first ?? "it printed nothing")
        }
    }

    private static func speaksOfEngine(_ line: String) -> Bool {
        line.contains("Cannot connect to the Docker daemon")
            || (line.contains("failed to connect to the docker API")
                && !line.contains("permission denied"))
            || line.contains("error during connect")
            || line.contains("Couldn't connect to Docker daemon")
    }

    private static func speaksOfMissingFile(_ line: String) -> Bool {
        line.contains("no configuration file provided")
            || line.contains("Can't find a suitable configuration file")
    }

    /// The address behind ` at `, such as `unix:///var/run/docker.sock`.
    private static func address(in line: String) -> String? {
        line.split(separator: " ")
            .map { word in
                var word = word
                while let last = word.last, ".:;,".contains(last) { word.removeLast() }
                return word
            }
            .first { $0.hasPrefix("unix://") || $0.hasPrefix("tcp://") || $0.hasPrefix("http") }
            .map(String.init)
    }
}
