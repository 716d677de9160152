/// Tells which commands may stand in front of a program that a kind runs, without `--allow-exec`.
///
/// A runbook is outside data, and `via="sh -c …"` would run whatever it says. Trusted are only
/// words that all lead to the kind's own program, in this order, each part optional:
///
/// 1. into a running container: `docker compose exec SERVICE`, `docker-compose exec SERVICE`,
///    `docker exec CONTAINER`
/// 2. into a project's environment: `uv run`, `poetry run`, `pdm run`, `pipenv run`, `hatch run`
/// 3. a Python: `python -m`, `python3 -m`; in a container also one given by its path
///
/// An option is trusted where it can neither name a program, a package or a variable, nor change
/// who runs it: of `docker compose exec` (Docker's reference of the command line) `-T`, `-i`, `-t`,
/// `--index` and `-w`, but not `-e`, `-u` or `--privileged`; of `uv run` (`uv help run`)
/// `--frozen`, but neither `--with` nor `--directory`.
struct TrustedLauncher {
    private var rest: ArraySlice<String>

    /// Whether the words lead to nothing but the program that follows them.
    static func isTrusted(_ words: [String]) -> Bool {
        var launcher = TrustedLauncher(rest: words[...])
        return launcher.leadsToProgram()
    }

    private mutating func leadsToProgram() -> Bool {
        guard let isInContainer = takeContainer(), takeProject(), takePython(isInContainer)
        else { return false }
        return rest.isEmpty
    }

    /// Whether a container is entered; `nil` where something else than entering it is asked for.
    private mutating func takeContainer() -> Bool? {
        if take("docker") {
            let isCompose = take("compose")
            if isCompose { takeOptions(Self.composeOptions) }
            return take("exec") && takeTarget(isCompose ? Self.composeExec : Self.dockerExec)
                ? true : nil
        }
        guard take("docker-compose") else { return false }
        takeOptions(Self.composeOptions)
        return take("exec") && takeTarget(Self.composeExec) ? true : nil
    }

    /// Takes the options of `exec` and the name behind them.
    private mutating func takeTarget(_ options: Options) -> Bool {
        takeOptions(options)
        guard let name = rest.first, Self.isName(name) else { return false }
        rest.removeFirst()
        return true
    }

    private mutating func takeProject() -> Bool {
        guard let name = rest.first, let options = Self.projectTools[name] else { return true }
        rest.removeFirst()
        guard take("run") else { return false }
        takeOptions(options)
        return true
    }

    private mutating func takePython(_ isInContainer: Bool) -> Bool {
        guard let name = rest.first else { return true }
        let isPath = isInContainer && name.hasPrefix("/")
        let program = isPath ? name.split(separator: "/").last.map(String.init) ?? "" : name
        guard program == "python" || program == "python3" else { return false }
        rest.removeFirst()
        return take("-m")
    }
}

extension TrustedLauncher {
    /// Options that may be given.
    private struct Options {
        /// Those that stand alone.
        var flags: Set<String> = []
        /// Those with a value, and what the value may be.
        var values: [String: @Sendable (String) -> Bool] = [:]
    }

    private static let composeOptions = Options(values: [
        "-f": isLocalPath, "--file": isLocalPath, "-p": isName, "--project-name": isName,
        "--profile": isName,
    ])
    private static let dockerExec = Options(
        flags: ["-i", "-t", "-it", "-ti", "--interactive", "--tty"],
        values: ["-w": isLocalPath, "--workdir": isLocalPath])
    private static let composeExec = Options(
        flags: dockerExec.flags.union(["-T", "--no-TTY", "--no-tty"]),
        values: ["--index": isName].merging(dockerExec.values) { first, _ in first })
    private static let projectTools = [
        "uv": Options(flags: ["--frozen", "--locked", "--no-sync", "--offline", "-q", "--quiet"]),
        "poetry": Options(), "pdm": Options(), "pipenv": Options(), "hatch": Options(),
    ]

    private mutating func take(_ word: String) -> Bool {
        guard rest.first == word else { return false }
        rest.removeFirst()
        return true
    }

    /// Takes options up to the first word that is none of them.
    private mutating func takeOptions(_ options: Options) {
        while let word = rest.first {
            if options.flags.contains(word) {
                rest.removeFirst()
                continue
            }
            let parts = word.split(separator: "=", maxSplits: 1).map(String.init)
            guard let name = parts.first, let isAllowed = options.values[name] else { return }
            let isJoined = parts.count == 2 && name.hasPrefix("--")
            guard let value = isJoined ? parts.last : rest.dropFirst().first,
                isJoined || parts.count == 1, isAllowed(value)
            else { return }
            rest.removeFirst(isJoined ? 1 : 2)
        }
    }

    /// Whether a word can be the name of a service, container, project or profile, or a number
    /// (Compose's specification, "services": `[a-zA-Z0-9._-]+`); never an option.
    @Sendable private static func isName(_ word: String) -> Bool {
        !word.isEmpty && !word.hasPrefix("-") && !word.hasPrefix(".")
            && word.utf8.allSatisfy { isNameByte($0) }
    }

    /// Whether a word is the path of a file or folder.
    ///
    /// For a file compose also takes the address of a repository or registry and fetches it, be it
    /// without a scheme: `github.com/owner/name` (BuildKit's `gitutil.ParseGitRef`).
    @Sendable private static func isLocalPath(_ word: String) -> Bool {
        let parts = word.split(separator: "/", omittingEmptySubsequences: false)
        let mayBeHost = parts.count > 1 && parts[0].dropFirst().contains(".") && parts[0] != ".."
        return !word.isEmpty && !word.hasPrefix("-") && !mayBeHost
            && word.utf8.allSatisfy { isNameByte($0) || $0 == UInt8(ascii: "/") }
    }

    private static func isNameByte(_ byte: UInt8) -> Bool {
        (0x61...0x7A).contains(byte | 0x20) || (0x30...0x39).contains(byte)
            || "._-".utf8.contains(byte)
    }
}
