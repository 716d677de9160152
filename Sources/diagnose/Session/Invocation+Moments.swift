import Foundation
import Logs
import Probes

extension Invocation {
    /// The moment that a flag gives, as an age or a time; `nil` where it is not there.
    ///
    /// - Throws: ``UsageError`` for what is neither.
    func moment(of flag: Flag) throws(UsageError) -> Date? {
        guard let text = arguments.value(of: flag) else { return nil }
        let now = world.clock.now
        if let seconds = Quantity.seconds(text), seconds > 0 { return now - seconds }
        if let time = LogTime(text) { return time.date(before: now) }
        throw .invalidValue(
            flag, value: text,
            wants: "an age such as 15m, or a time such as 2026-11-21T06:00:00Z")
    }

    /// How far back lines look that don't say, as `--since` gives it.
    ///
    /// - Throws: ``UsageError`` for what is no age, and for a time that is still to come.
    func lookBack() throws(UsageError) -> String? {
        guard let text = arguments.value(of: .since), let start = try moment(of: .since) else {
            return nil
        }
        if Quantity.seconds(text) != nil { return text }
        let age = world.clock.now.timeIntervalSince(start).rounded(.up)
        guard age > 0 else {
            throw .invalidValue(.since, value: text, wants: "a time that is past")
        }
        return "\(Int(age))s"
    }
}
