/// One process that runs.
struct RunningProcess: Sendable, Hashable {
    /// Its id.
    var id: Int
    /// The id of the process that started it; `nil` where nobody tells.
    var parent: Int?
    /// The memory it holds, in bytes; `nil` where nobody tells.
    var memory: Double?
    /// For how long it has been running, in seconds; `nil` where nobody tells.
    var age: Double?
    /// Its program and arguments, parted by blanks; of a long one the two ends.
    var commandLine: String

    /// The most bytes of a command line that are kept, so that a pattern has little to search.
    static let longestLine = 8192
    /// How many of them stand at its end, where a long class path has the name of the program.
    private static let longestTail = 2048

    /// A command line fit to be searched: zero bytes become blanks, those at the end go.
    static func commandLine(of bytes: [UInt8]) -> String {
        var line = bytes[...]
        while let last = line.last, last == 0 || last == 0x20 || last == 0x0A { line.removeLast() }
        let plain = line.map { $0 == 0 ? 0x20 : $0 }
        if plain.count <= longestLine { return String(decoding: plain, as: UTF8.self) }
        return String(decoding: plain.prefix(longestLine - longestTail), as: UTF8.self) + " … "
            + String(decoding: plain.suffix(longestTail), as: UTF8.self)
    }
}

/// Processes that run side by side.
struct ProcessList: Sendable, Hashable {
    /// The processes.
    var processes: [RunningProcess]
    /// Whether there are others that this user may not see.
    var hidesOthers = false

    /// The processes that the given one started, directly or not, and itself.
    func tree(of root: Int) -> Set<Int> {
        let children = Dictionary(grouping: processes, by: { $0.parent ?? 0 })
        var tree: Set<Int> = []
        var pending = [root]
        while let id = pending.popLast() {
            if tree.insert(id).inserted { pending += (children[id] ?? []).map(\.id) }
        }
        return tree
    }

    /// The processes above the given one, the nearest first.
    func ancestors(of id: Int) -> [RunningProcess] {
        let known = Dictionary(
            processes.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        var ancestors: [RunningProcess] = []
        var seen: Set<Int> = [id]
        var next = known[id]?.parent
        while let id = next, seen.insert(id).inserted, let process = known[id] {
            ancestors.append(process)
            next = process.parent
        }
        return ancestors
    }
}
