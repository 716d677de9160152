import Foundation
import Logs
import Machine
import Redaction

/// A line of a log as it may be shown.
enum LogExcerpt {
    /// The line's start, secrets taken out, behind its moment where the line itself tells none.
    static func line(of place: LogPlace, redactor: Redactor) -> String {
        let line = place.line
        let bytes = (line.unescaped ?? line.text).prefix(PlainText.longestLine)
        let text = withoutSecrets(
            PlainText.line(of: String(decoding: bytes, as: UTF8.self)), fields: line.fields,
            redactor: redactor)
        let moment = line.time == nil ? place.moment.map { $0.formatted(.iso8601) + " " } : nil
        return Excerpt.line(
            of: (moment ?? "") + text, limit: PlainText.shownLine, redactor: redactor)
    }

    /// The text without the values of fields whose names say secret.
    ///
    /// They are not taught to the redactor: `auth=failed` would take a common word out of all that
    /// is shown.
    private static func withoutSecrets(
        _ text: String, fields: LogFields?, redactor: Redactor
    ) -> String {
        guard let fields else { return text }
        var shown = text
        for (name, value) in secrets(in: .object(fields.object), depth: 0) {
            guard let place = shown.firstRange(of: name),
                let first = shown[place.upperBound...].firstRange(of: value)
            else { return "a line with \(name), which is not shown" }
            let mask = redactor.mark(for: value)
            // A short one stands in other words, too.
            shown =
                value.count < shortestWord
                ? shown.replacingCharacters(in: first, with: mask)
                : shown.replacing(value, with: mask)
        }
        return shown
    }

    private static let deepest = 8
    private static let shortestWord = 6

    /// The fields whose names say secret, with their values as they stand in the line.
    private static func secrets(
        in value: JSONValue, depth: Int
    ) -> [(name: String, value: String)] {
        guard let members = value.object, depth < deepest else { return [] }
        return members.sorted { $0.key < $1.key }.flatMap { name, value in
            if value.object != nil { return secrets(in: value, depth: depth + 1) }
            let text = value.text
            return value != .null && SecretName.isSecret(name, value: text)
                ? [(name, text)] : []
        }
    }
}
