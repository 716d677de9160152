/// One way in which programs or the machine misbehave, and what the executable makes of it.
struct HostileCase: Sendable {
    /// What goes wrong, in words.
    var name: String
    /// Programs that misbehave: their names, and what `/bin/sh` does for them. They stand in `bin`,
    /// which is in front of `PATH`.
    var programs: [String: String] = [:]
    /// What is done, as text for `/bin/sh` in a folder of the case's own, where `$DIAGNOSE` is the
    /// executable. Its exit code counts.
    var script: String
    /// The exit code that must come out.
    var exitCode: Int32
    /// What must stand in what is printed, on either stream.
    var says: [String] = []
    /// What must not stand there.
    var saysNot: [String] = []
    /// How long it may take by its own bounds, in seconds.
    var bound = 3.0
    /// The options of a small file system that the case gets at `mount` (tmpfs(5)), where one can be
    /// mounted here.
    var mount: String?
}

extension HostileCase {
    /// A probe line alone, its programs allowed.
    static func probe(
        _ name: String, _ line: String, _ programs: [String: String] = [:], exits code: Int32,
        says: String, bound: Double = 3
    ) -> HostileCase {
        HostileCase(
            name: name, programs: programs,
            script: "exec \"$DIAGNOSE\" probe \(line) --allow-exec", exitCode: code, says: [says],
            bound: bound)
    }
}
