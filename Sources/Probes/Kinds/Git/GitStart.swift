import Foundation

/// Where `since=` says that looking begins.
enum GitStart: Sendable, Hashable {
    /// A moment.
    case moment(Date)
    /// A commit by any name that git knows.
    case reference(String)

    /// Where nobody says.
    static let usual = "24h"

    /// Reads the option; `nil` where it can be neither.
    ///
    /// A time needs its unit, since digits alone may be the start of a commit's name.
    init?(_ text: String, now: Date) {
        let hasUnit = text.last.map { !$0.isNumber } ?? false
        if hasUnit, let seconds = Quantity.seconds(text) {
            guard seconds >= 0, seconds < 1e10 else { return nil }
            self = .moment(now.addingTimeInterval(-seconds))
        } else if text.isEmpty || text.hasPrefix("-") {
            return nil
        } else {
            self = .reference(text)
        }
    }
}
