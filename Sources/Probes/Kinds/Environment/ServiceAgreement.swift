import Machine

/// Compares what several compose services have for one variable, without showing it.
struct ServiceAgreement {
    private let request: ProbeRequest
    private let lookup: EnvironmentLookup
    private let source: EnvironmentSource

    init(request: ProbeRequest, lookup: EnvironmentLookup, source: EnvironmentSource) {
        self.request = request
        self.lookup = lookup
        self.source = source
    }

    /// A place and the value it has; `nil` where the variable is not set there.
    private struct Holding {
        var place: String
        var value: String?
    }

    /// Looks into all services at once and compares.
    func reading(for expectation: Expectation) async -> Reading {
        guard !expectation.comparison.isPattern else {
            return .unknown("same-across takes '=' or '!='")
        }
        var holdings: [Holding] = []
        var unclear: String?
        for (place, found) in await lookups(expectation.list) {
            switch found.outcome {
            case .found(let value, let origin):
                let isDeclared = origin != place && place != Self.ownPlace
                holdings.append(
                    Holding(place: isDeclared ? "\(place) by \(origin)" : place, value: value))
            case .unset: holdings.append(Holding(place: place, value: nil))
            case .failed(let reason), .unknown(let reason): unclear = unclear ?? reason
            }
        }
        if expectation.comparison.isNegative { return different(holdings, unclear) }
        return same(holdings, unclear)
    }

    /// What `in=` or `file=` has, then what each service has, in the order named.
    private func lookups(_ services: [String]) async -> [(String, EnvironmentLookup)] {
        let name = request.subject
        let found = await withTaskGroup(of: (Int, EnvironmentLookup).self) { group in
            for (position, service) in services.enumerated() {
                group.addTask { (position, await source.lookup(name, inService: service)) }
            }
            return await group.reduce(into: [:]) { $0[$1.0] = $1.1 }
        }
        let own = request.option("in") ?? request.option("file").map { _ in Self.ownPlace }
        let named = services.enumerated().compactMap { position, service in
            found[position].map { (service, $0) }
        }
        return (own.map { [($0, lookup)] } ?? []) + named.filter { $0.0 != own }
    }

    /// What the place of `file=` is called.
    private static let ownPlace = "the file"

    private func same(_ holdings: [Holding], _ unclear: String?) -> Reading {
        let groups = groups(of: holdings)
        if groups.count > 1 {
            // The few are more likely wrong than the many, and what is not set is wrong.
            let most = groups.filter { $0.value != nil }
                .max { $0.places.count < $1.places.count }
            let others = groups.filter { $0.value != most?.value }.map(difference)
            return .judged(
                false,
                observed: "\(others.joined(separator: ", ")), unlike "
                    + "\(joined(most?.places ?? []))"
            )
        }
        if let unclear { return .unknown(unclear) }
        guard let only = groups.first else { return .unknown("same-across names no service") }
        if only.value == nil {
            return .missing("none, \(request.subject) is not set in \(joined(only.places))")
        }
        return .judged(true, observed: "is the same in \(joined(only.places))")
    }

    private func different(_ holdings: [Holding], _ unclear: String?) -> Reading {
        let shared = groups(of: holdings).first { $0.value != nil && $0.places.count > 1 }
        if let shared {
            return .judged(false, observed: "is the same in \(joined(shared.places))")
        }
        if let unclear { return .unknown(unclear) }
        return .judged(true, observed: "differs in \(joined(holdings.map(\.place)))")
    }

    /// The places that have the same, in the order of their first one.
    private func groups(of holdings: [Holding]) -> [(value: String?, places: [String])] {
        var groups: [(value: String?, places: [String])] = []
        for holding in holdings {
            if let position = groups.firstIndex(where: { $0.value == holding.value }) {
                groups[position].places.append(holding.place)
            } else {
                groups.append((holding.value, [holding.place]))
            }
        }
        return groups
    }

    private func difference(_ group: (value: String?, places: [String])) -> String {
        (group.value == nil ? "is not set in " : "differs in ") + joined(group.places)
    }

    private func joined(_ places: [String]) -> String {
        let unique = places.reduce(into: [String]()) { if !$0.contains($1) { $0.append($1) } }
        guard let last = unique.last, unique.count > 1 else { return unique.first ?? "none" }
        return "\(unique.dropLast().joined(separator: ", ")) and \(last)"
    }
}
