import Catalog
import Machine

extension EnvironmentReadings {
    /// Compares the value with the one in dotenv files.
    func same(_ value: String, _ expectation: Expectation) async -> Reading {
        var different: [String] = []
        var equal: [String] = []
        for path in expectation.list {
            do throws(FileFailure) {
                let file = try await source.files.file(path)
                if let entry = file.entry(name) {
                    let place = "\(path) line \(entry.line)"
                    if entry.value == value { equal.append(place) } else { different.append(place) }
                } else {
                    different.append("\(path), which has none")
                }
            } catch {
                return .unknown(error.summary)
            }
        }
        if expectation.comparison.isNegative {
            return .judged(
                equal.isEmpty,
                observed: equal.isEmpty
                    ? "differs" : "is the same in \(equal.joined(separator: " and "))")
        }
        return .judged(
            different.isEmpty,
            observed: different.isEmpty
                ? "is the same" : "differs from \(different.joined(separator: " and "))")
    }

    /// Compares what `pattern=` finds in the value and in another variable of the same place.
    func sameMatch(_ value: String, _ expectation: Expectation) async -> Reading {
        guard !expectation.comparison.isPattern else {
            return .unknown("same-match takes '=' or '!='")
        }
        guard let pattern = request.option("pattern"), PatternSearch.regex(pattern) != nil else {
            return .unknown("same-match needs pattern= to say what is compared")
        }
        let other = expectation.value
        let found = await source.lookup(request, name: other)
        switch found.outcome {
        case .failed(let reason): return .failed(reason)
        case .unknown(let reason): return .unknown(reason)
        case .unset(let place): return .missing("none, \(other) is not set in \(place)")
        case .found(let otherValue, _):
            let matches = PatternSearch.firstMatches(of: pattern, in: [value, otherValue])
            guard let matches else { return .unknown(PatternSearch.tooLong) }
            if let lacking = zip(matches, [name, other]).first(where: { $0.0 == nil }) {
                return .missing("none, the pattern is not found in \(lacking.1)")
            }
            let isSame = Set(matches).count == 1
            return .judged(
                isSame != expectation.comparison.isNegative,
                observed: "is \(isSame ? "the same" : "another") in \(other)")
        }
    }

    /// Looks whether a dotenv file names the variable.
    func listed(in expectation: Expectation) async -> Reading {
        let path = expectation.value
        do {
            let isListed = try await source.files.file(path).entry(name) != nil
            return .judged(
                isListed != expectation.comparison.isNegative,
                observed: isListed ? "names \(name)" : "does not name \(name)")
        } catch {
            return .unknown(error.summary)
        }
    }
}
