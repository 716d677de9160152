/// Finds the known name that someone most likely meant.
public enum NearestName {
    /// Names beyond this many bytes are not compared: nobody types them by hand.
    private static let longestName = 128

    /// The candidate nearest to a mistyped name, or `nil` where none is near enough to suggest.
    ///
    /// Letter case does not count, a candidate that starts with the name is near, and a swap of
    /// neighbouring letters is one mistake (the optimal string alignment distance).
    public static func nearest(
        to name: String, in candidates: some Sequence<String>
    ) -> String? {
        let wanted = folded(name)
        guard !wanted.isEmpty, wanted.count <= longestName else { return nil }
        var best: (candidate: String, distance: Int)?
        for candidate in candidates {
            let known = folded(candidate)
            guard !known.isEmpty, known.count <= longestName else { continue }
            guard let distance = rank(wanted, known) else { continue }
            if let current = best, current.distance <= distance { continue }
            best = (candidate, distance)
        }
        return best?.candidate
    }

    /// How far a known name is, in tenths of a mistake, or `nil` where it is too far.
    private static func rank(_ wanted: [UInt8], _ known: [UInt8]) -> Int? {
        if wanted == known { return 0 }
        let distance = editDistance(wanted, known)
        let allowed = max(1, min(wanted.count, known.count) / 3)
        if distance <= allowed { return distance * 10 }
        let shorter = min(wanted.count, known.count)
        if shorter >= 2, known.starts(with: wanted) { return 5 + (known.count - wanted.count) }
        guard shorter >= 4, let local = localDistance(wanted, known) else { return nil }
        return local == 0 ? 1 : 8 + local
    }

    /// How far a name is from all that follows the last `/` of a full id, in mistakes, or `nil`
    /// where it is too far.
    private static func localDistance(_ wanted: [UInt8], _ known: [UInt8]) -> Int? {
        guard let slash = known.lastIndex(of: UInt8(ascii: "/")) else { return nil }
        let local = Array(known[(slash + 1)...])
        let distance = editDistance(wanted, local)
        return distance <= max(1, local.count / 3) ? distance : nil
    }

    /// The name's UTF-8 in lower case.
    private static func folded(_ name: String) -> [UInt8] { Array(name.lowercased().utf8) }

    /// The optimal string alignment distance of two names.
    static func editDistance(_ left: [UInt8], _ right: [UInt8]) -> Int {
        var beforePrevious = [Int](repeating: 0, count: right.count + 1)
        var previous = Array(0...right.count)
        var current = previous
        for row in 0..<left.count {
            current[0] = row + 1
            for column in 0..<right.count {
                let substitution = previous[column] + (left[row] == right[column] ? 0 : 1)
                var cost = min(substitution, previous[column + 1] + 1, current[column] + 1)
                if row > 0, column > 0, left[row] == right[column - 1],
                    left[row - 1] == right[column]
                {
                    cost = min(cost, beforePrevious[column - 1] + 1)
                }
                current[column + 1] = cost
            }
            (beforePrevious, previous, current) = (previous, current, beforePrevious)
        }
        return previous[right.count]
    }
}

extension NearestName {
    /// `; did you mean 'http'?`, or nothing where no candidate is near.
    public static func hint(for name: String, in candidates: some Sequence<String>) -> String {
        nearest(to: name, in: candidates).map { "; did you mean '\($0)'?" } ?? ""
    }
}
