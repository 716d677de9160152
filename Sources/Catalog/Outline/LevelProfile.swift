/// Which heading levels of a document are those of its failures, by what most siblings look like.
///
/// In a document about nothing but failures, a heading that does not say so itself is one where most
/// headings of its level are.
enum LevelProfile {
    /// Fewer headings of a level say nothing about the others.
    private static let fewestFailures = 3

    /// The levels at which at least half of the headings look like failures.
    static func entryLevels(of root: OutlineSection) -> Set<Int> {
        var counts: [Int: (failing: Int, all: Int)] = [:]
        count(root, into: &counts)
        return Set(
            counts.filter { _, count in
                count.failing >= fewestFailures && count.failing * 2 >= count.all
            }.keys)
    }

    private static func count(
        _ section: OutlineSection, into counts: inout [Int: (failing: Int, all: Int)]
    ) {
        for child in section.children {
            if child.labelledField == nil, !child.isExcluded {
                counts[child.level, default: (0, 0)].all += 1
                if child.looksLikeFailure { counts[child.level, default: (0, 0)].failing += 1 }
            }
            count(child, into: &counts)
        }
    }

    /// Whether hardly any of several headings below one looks like a failure.
    static func holdsTopics(_ section: OutlineSection) -> Bool {
        let own = section.children.filter { child in
            child.labelledField == nil && !child.isExcluded
                && !TroubleHeadings.announces(child.title)
        }
        return own.count >= fewestFailures && own.count(where: \.looksLikeFailure) * 5 < own.count
    }
}
