import Foundation
import Logs

/// Reads the engine's times, which are RFC 3339 with up to nine digits of a second.
enum EngineTime {
    /// The moment; `nil` for what is no time and for the year 1, which stands for never.
    static func date(of text: String) -> Date? {
        guard case .moment(let date) = LogTime(text) else { return nil }
        return date
    }
}
