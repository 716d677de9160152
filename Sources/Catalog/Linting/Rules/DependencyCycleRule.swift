/// Components that need each other, so that none of them can be the root of a failure.
///
///     depends: { portal: [database], database: [portal] }
enum DependencyCycleRule: LintRule {
    static let description = RuleDescription(
        "dependency-cycle", .error, "Components of depends need each other in a circle")

    static func check(_ page: LintedRunbook) -> [Diagnostic] {
        let dependencies = page.runbook.dependencies
        var search = CycleSearch(dependencies)
        // In the order of the file, so that each circle is told where it starts.
        let names = dependencies.keys.sorted { left, right in
            (line(of: left, in: page), left) < (line(of: right, in: page), right)
        }
        for name in names { search.visit(name) }
        return search.cycles.compactMap { cycle in
            guard let first = cycle.first else { return nil }
            let path = (cycle + [first]).joined(separator: " → ")
            let place = page.runbook.keyLocations["depends.\(first)"] ?? page.place(line: 1)
            return finding(
                cycle.count == 1
                    ? "'\(first)' needs itself"
                    : "these need each other in a circle: \(path)", at: place)
        }
    }

    private static func line(of name: String, in page: LintedRunbook) -> Int {
        page.runbook.keyLocations["depends.\(name)"]?.line ?? 0
    }
}

/// Follows dependencies and keeps the circles it comes upon, each once.
private struct CycleSearch {
    private let dependencies: [String: [String]]
    private var finished: Set<String> = []
    /// The circles, each from the component that was come upon first.
    private(set) var cycles: [[String]] = []

    init(_ dependencies: [String: [String]]) { self.dependencies = dependencies }

    /// Follows a component's dependencies to their ends, without recursion: a chain may be long.
    mutating func visit(_ start: String) {
        guard !finished.contains(start) else { return }
        var path = [(name: start, next: 0)]
        var depths = [start: 0]
        while let last = path.last {
            let needed = dependencies[last.name] ?? []
            guard last.next < needed.count else {
                finished.insert(last.name)
                depths[last.name] = nil
                path.removeLast()
                continue
            }
            path[path.count - 1].next += 1
            let name = needed[last.next]
            if let depth = depths[name] {
                cycles.append(path[depth...].map(\.name))
            } else if !finished.contains(name) {
                depths[name] = path.count
                path.append((name, 0))
            }
        }
    }
}
