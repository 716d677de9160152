/// The components that are not well as a nested list: below each that is broken on its own account
/// what follows from it, in the order in which the failure went on.
struct ComponentTree {
    /// One line.
    struct Line: Hashable {
        /// How far it is indented, counted from 0.
        var depth: Int
        /// The mark of how it stands.
        var mark: String
        /// The component, or several.
        var name: String
        /// What is said of it, with what stands in front.
        var words: String
    }

    /// The lines; none where all is well.
    private(set) var lines: [Line] = []

    /// The deepest line, so that a long chain stays readable.
    private static let deepest = 5

    /// The tree of a map.
    init(of map: ComponentMap) {
        let roots = map.names(.root) + map.names(.broken)
        let unknown = map.names(.unknown)
        if roots.isEmpty, unknown.isEmpty { return }
        let standings = Dictionary(
            map.components.map { ($0.name, $0.standing) }, uniquingKeysWith: { first, _ in first })
        let dependents = map.dependents
        var shown: Set<String> = []
        for root in roots {
            var pending = [(name: root, depth: 0)]
            while let (name, depth) = pending.popLast() {
                guard shown.insert(name).inserted, let standing = standings[name] else { continue }
                add(name, standing, depth: depth)
                let next = dependents[name, default: []].filter { standings[$0] == .follows }
                pending += next.reversed().map { ($0, min(depth + 1, Self.deepest)) }
            }
        }
        // What stands in the way of the failure may not have been asked, so that nothing leads on.
        for name in map.names(.follows) where !shown.contains(name) {
            add(name, .follows, depth: 0)
        }
        addTogether(unknown, .unknown)
        addTogether(map.names(.passes), .passes)
    }

    private mutating func add(_ name: String, _ standing: ComponentMap.Standing, depth: Int) {
        lines.append(
            Line(depth: depth, mark: standing.mark, name: name, words: ": \(standing.words)"))
    }

    private mutating func addTogether(_ names: [String], _ standing: ComponentMap.Standing) {
        if names.isEmpty { return }
        lines.append(
            Line(
                depth: 0, mark: standing.mark, name: names.joined(separator: ", "),
                words: ": \(standing.words)"))
    }
}
