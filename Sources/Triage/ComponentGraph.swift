/// Which component needs which.
public struct ComponentGraph: Sendable {
    private let dependencies: [String: [String]]

    /// Makes a graph of each component's direct dependencies.
    public init(_ dependencies: [String: [String]]) {
        self.dependencies = dependencies
    }

    /// Joins the dependencies that several sources name.
    public static func joined(_ sources: [[String: [String]]]) -> [String: [String]] {
        sources.reduce(into: [:]) { joined, source in
            for (component, needed) in source {
                let known = joined[component, default: []]
                joined[component] = known + needed.filter { !known.contains($0) }
            }
        }
    }

    /// Everything that a component needs, directly or through others, itself left out.
    public func needs(of component: String) -> Set<String> {
        var found: Set<String> = []
        var pending = dependencies[component, default: []]
        while let next = pending.popLast() {
            guard next != component, found.insert(next).inserted else { continue }
            pending += dependencies[next, default: []]
        }
        return found
    }

    /// The components of a failing set that none of the others in it can explain.
    ///
    /// Components that need each other do not explain one another.
    public func roots(of failing: Set<String>) -> Set<String> {
        failing.filter { component in
            needs(of: component).intersection(failing)
                .allSatisfy { needs(of: $0).contains(component) }
        }
    }
}
