/// How grave a failure is, the gravest first.
public enum Severity: Int, Sendable, Hashable, CaseIterable, Comparable {
    case critical
    case high
    case medium
    case low

    /// The names that runbooks and trackers use.
    private var names: Set<String> {
        switch self {
        case .critical: ["critical", "blocker", "p0", "sev0", "s0", "p1", "sev1", "s1"]
        case .high: ["high", "major", "p2", "sev2", "s2"]
        case .medium: ["medium", "moderate", "warning", "p3", "sev3", "s3"]
        case .low: ["low", "minor", "info", "p4", "sev4", "s4"]
        }
    }

    /// The severity of that name, in small letters; medium where none is named or it is not known.
    init(named name: String?) {
        self = name.flatMap { name in Self.allCases.first { $0.names.contains(name) } } ?? .medium
    }

    /// Whether it is graver than the other.
    public static func < (left: Severity, right: Severity) -> Bool {
        left.rawValue < right.rawValue
    }
}
