import Catalog
import Foundation

/// What to look for in logs.
public struct LogQuery: Sendable {
    /// The known errors, found by their places here.
    public var signatures: [Signature]
    /// Whether events that have no signature are grouped.
    public var groupsUnknown: Bool
    /// How bad such an event must be; all of them are grouped where `nil`.
    public var floor: LogLevel?
    /// Older events don't count.
    public var since: Date?
    /// What the fields of an event's first line must be.
    public var conditions: [FieldCondition]
    /// Whether each line with a signature is kept.
    public var keepsLines: Bool

    /// Whether it is wanted where lines stand, rather than how many have signatures alone.
    public var placesLines: Bool

    /// Makes a query.
    public init(
        signatures: [Signature], groupsUnknown: Bool = true, floor: LogLevel? = .error,
        since: Date? = nil, conditions: [FieldCondition] = [], keepsLines: Bool = false,
        placesLines: Bool = true
    ) {
        self.signatures = signatures
        self.groupsUnknown = groupsUnknown
        self.floor = floor
        self.since = since
        self.conditions = conditions
        self.keepsLines = keepsLines
        self.placesLines = placesLines
    }

    /// Whether every event counts, whenever it was and whatever its fields.
    var takesAll: Bool { since == nil && conditions.isEmpty }
}
