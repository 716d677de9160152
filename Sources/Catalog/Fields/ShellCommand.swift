/// Tells commands to paste from other code.
enum ShellCommand {
    /// Programs that runbooks call; a code span that starts with one is a command.
    private static let programs: Set<String> = [
        "alembic", "ansible", "ansible-playbook", "apk", "apt", "apt-get", "argocd", "aws", "awk",
        "az", "azd", "bash", "brew", "bun", "bundle", "cargo", "cat", "cd", "cdk", "certbot",
        "ceph", "chmod", "chown", "cmake", "colima", "composer", "cp", "curl", "dapr", "date",
        "deno", "df", "diagnose", "dig", "dmesg", "dnf", "docker", "docker-compose", "dotnet",
        "du", "echo", "env", "etcdctl", "exec", "export", "ffmpeg", "find", "flask", "flux",
        "free", "gcloud", "gh", "git", "go", "gradle", "grep", "head", "helm", "host", "htop",
        "incus", "ip", "iptables", "java", "journalctl", "jq", "kafka-topics", "kill", "killall",
        "kind", "kubectl", "less", "limactl", "ln", "logcli", "ls", "lsof", "make", "mix",
        "mkdir", "mongosh", "mount", "mv", "mvn", "mysql", "nc", "netstat", "nginx", "ngrok",
        "node", "npm", "npx", "nslookup", "oc", "openssl", "pg_dump", "pg_restore", "pgrep",
        "ping", "pip", "pip3", "pkill", "pm2", "pnpm", "podman", "poetry", "printenv", "ps",
        "psql", "pulumi", "pyright", "pytest", "python", "python3", "rails", "rake", "redis-cli",
        "rm", "rsync", "ruby", "rustup", "sc", "scp", "sed", "service", "set", "sh", "source",
        "sqlite3", "ss", "ssh", "stellar", "strace", "su", "sudo", "supervisorctl", "swift",
        "sysctl", "systemctl", "tail", "tar", "tcpdump", "telepresence", "terraform", "test",
        "time", "timeout", "top", "touch", "traceroute", "ufw", "umount", "unset", "uv", "uvicorn",
        "uvx", "vault", "vercel", "vi", "vim", "watch", "wget", "which", "xargs", "yarn", "yum",
        "zsh",
    ]

    /// Programs that mean something without arguments.
    private static let whole: Set<String> = [
        "pytest", "pyright", "htop", "top", "dmesg", "printenv", "ps", "make", "alembic",
    ]

    /// First words of SQL statements, with a word that must follow somewhere.
    private static let statements: [(first: String, needs: [String])] = [
        ("SELECT", ["FROM", "("]), ("INSERT", ["INTO"]), ("UPDATE", ["SET"]),
        ("DELETE", ["FROM"]), ("DROP", ["TABLE", "SCHEMA", "DATABASE", "INDEX", "SLOT"]),
        ("ALTER", ["TABLE", "SYSTEM", "USER", "ROLE", "DATABASE"]),
        ("CREATE", ["TABLE", "INDEX", "DATABASE", "USER", "EXTENSION", "SCHEMA"]),
        ("TRUNCATE", [""]), ("VACUUM", [""]), ("REINDEX", [""]), ("GRANT", ["TO"]),
    ]

    /// Whether a code span or line is a command or SQL statement to paste.
    static func isCommand(_ text: String) -> Bool {
        let words = words(of: text)
        guard let name = words.first else { return false }
        if isStatement(words) { return true }
        if name.begins(with: "./") || name.begins(with: "~/") || name.begins(with: "/") {
            let program = programName(name)
            if program.hasSuffix(".sh") { return true }
            return words.count > 1 && (programs.contains(program) || name.begins(with: "./"))
        }
        if name.begins(with: ".") {
            return words.count > 1 && programs.contains(programName(name))
        }
        guard programs.contains(name) else { return false }
        return words.count > 1 || (whole.contains(name) && text.utf8.count > name.utf8.count)
            || name == "pytest" || name == "pyright"
    }

    /// The last part of a path.
    private static func programName(_ path: String) -> String {
        path.split { $0 == UInt8(ascii: "/") }.last ?? ""
    }

    /// Programs that only look.
    private static let lookingPrograms: Set<String> = [
        "ps", "ls", "df", "du", "free", "top", "htop", "tail", "head", "cat", "grep", "less", "dig",
        "nslookup", "ping", "curl", "traceroute", "journalctl", "dmesg", "ss", "netstat", "lsof",
        "printenv", "env", "which", "jq", "pgrep", "host", "date", "echo", "nc", "logcli", "test",
    ]

    /// Subcommands that only look.
    private static let lookingWords: Set<String> = [
        "logs", "ps", "get", "describe", "status", "list", "ls", "inspect", "show", "log", "diff",
        "current", "heads", "history", "version", "--version", "top", "events", "check", "health",
        "config", "port", "stats", "info", "SELECT", "is-active",
    ]

    /// Whether a command only looks and so belongs to a check rather than to a remedy.
    static func onlyLooks(_ command: String) -> Bool {
        let words = words(of: command).drop { $0 == "sudo" }
        guard let first = words.first else { return false }
        if words.contains(where: { $0 == "-X" || $0 == "--request" }) { return false }
        return lookingPrograms.contains(first)
            || words.prefix(4).contains { lookingWords.contains($0) }
    }

    /// Whether words are an SQL statement; keywords in capitals or the statement with a semicolon.
    private static func isStatement(_ words: [String]) -> Bool {
        guard let first = words.first, words.count > 1,
            let initial = first.utf8.first, initial >= UInt8(ascii: "A"),
            initial <= UInt8(ascii: "Z"),
            let statement = statements.first(where: { $0.first == first })
        else { return false }
        return statement.needs.contains { needed in
            needed.isEmpty
                || words.contains { word in
                    word.begins(with: needed)
                        || needed == "(" && word.utf8.contains(UInt8(ascii: "("))
                }
        }
    }

    /// The words without a prompt and without `NAME=value` before the program.
    private static func words(of text: String) -> [String] {
        var words = text.split(upTo: 400) { $0 == 0x20 || $0 == 0x0A || $0 == 0x09 }
        if let prompt = words.first, prompt == "$" || prompt == "#" || prompt == ">" {
            words.removeFirst()
        }
        while words.count > 1, let first = words.first,
            let equals = first.utf8.firstIndex(of: UInt8(ascii: "=")),
            VariableReference.isName(first[..<equals])
        {
            words.removeFirst()
        }
        return words
    }

    /// The commands of a code block in order, or none where it is not shell.
    ///
    /// Continued lines are one command; a block with an open quote, a here-document or a loop is
    /// kept whole, for its lines mean nothing alone.
    static func commands(ofBlock text: String, info: String) -> [String] {
        let language = info.lowercased().split(separator: " ").first.map(String.init) ?? ""
        let lines = text.utf8.split(separator: UInt8(ascii: "\n")).map { String(Substring($0)) }
        switch language {
        case "sh", "bash", "shell", "zsh", "fish", "powershell", "ps1", "pwsh", "cmd", "bat":
            return isScript(text) ? [text.trimmedBlanks] : joined(lines)
        case "console", "shell-session", "terminal":
            let prompted = lines.filter { $0.hasPrefix("$ ") || $0.hasPrefix("> ") }
            return joined(prompted.isEmpty ? lines : prompted).filter(isCommand)
        case "sql", "postgresql", "mysql":
            return [text.trimmedBlanks]
        case "", "text", "txt":
            let commands = joined(lines)
            return commands.filter(isCommand)
        default:
            return []
        }
    }

    /// Whether a block shows a session in which a command, after a prompt, fails.
    static func showsFailure(_ text: String) -> Bool {
        let lines = text.utf8.split(separator: UInt8(ascii: "\n")).map { String(Substring($0)) }
        guard lines.contains(where: { $0.begins(with: "$ ") }) else { return false }
        return lines.contains { !$0.begins(with: "$ ") && FailureWords.areIn($0) }
    }

    /// Whether a block only makes sense as a whole.
    private static func isScript(_ text: String) -> Bool {
        let lines = text.utf8.split(separator: UInt8(ascii: "\n"))
        return lines.contains { line in
            let trimmed = String(Substring(line)).trimmedBlanks
            let opensBlock =
                ["for ", "while ", "if ", "function "].contains { trimmed.hasPrefix($0) }
                && !trimmed.hasSuffix("fi") && !trimmed.hasSuffix("done")
            return opensBlock || trimmed.contains("<<")
                || ShellWords(trimmed).unclosedQuoteColumn != nil
        }
    }

    /// Lines with continuations joined, comments and prompts dropped.
    private static func joined(_ lines: [String]) -> [String] {
        var commands: [String] = []
        var pending = ""
        for line in lines {
            var trimmed = line.trimmedBlanks
            if pending.isEmpty, trimmed.hasPrefix("#") || trimmed.isEmpty { continue }
            if pending.isEmpty, trimmed.hasPrefix("$ ") { trimmed.removeFirst(2) }
            if trimmed.hasSuffix("\\") {
                pending += trimmed.dropLast().trimmedBlanks + " "
            } else {
                commands.append(pending + trimmed)
                pending = ""
            }
        }
        if !pending.isEmpty { commands.append(pending.trimmedBlanks) }
        return commands
    }
}
