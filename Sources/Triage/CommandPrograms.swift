import Catalog

/// Tells which programs a line to paste would start.
enum CommandPrograms {
    /// What stands in front of the program it runs.
    private static let carriers: Set<String> = ["sudo", "env", "exec", "time", "nohup"]
    /// What a shell does itself.
    private static let builtIns: Set<String> = [
        "cd", "echo", "export", "set", "source", ".", "test", "[", "true", "false", "kill", "exit",
        "read", "while", "for", "if", "do", "done", "then", "fi", "unset", "ulimit", "wait",
    ]
    private static let separators = ["&&", "||", "|", ";", "&"]

    /// The programs' names or paths, each once; none for statements of SQL.
    static func names(in line: String) -> [String] {
        var names: [String] = []
        let words = ShellWords.split(line).flatMap { word in
            word.count > 1 && word.hasSuffix(";") ? [String(word.dropLast()), ";"] : [word]
        }
        for part in words.split(whereSeparator: separators.contains) {
            let program = part.first { word in
                !carriers.contains(word) && !word.contains("=") && !word.hasPrefix("-")
            }
            guard let program, isProgram(program), !names.contains(program) else { continue }
            names.append(program)
        }
        return names
    }

    /// Whether a first word names a program: `SELECT`, `$(…)`, `<service>` and built-ins do not.
    private static func isProgram(_ word: String) -> Bool {
        !builtIns.contains(word) && word != word.uppercased()
            && word.utf8.allSatisfy { byte in
                (0x61...0x7A).contains(byte | 0x20) || (0x30...0x39).contains(byte)
                    || "._-/+~".utf8.contains(byte)
            }
    }
}
