import Foundation
import Machine

/// The fields of a structured line: a JSON object, or `name=value` pairs (logfmt, and the console
/// form of structlog).
public struct LogFields: Sendable, Hashable {
    /// The fields as an object; of a name that stands twice the last counts.
    public let object: [String: JSONValue]

    /// Longer lines are not taken apart, in bytes.
    static let longestLine = 256 << 10

    /// Reads the fields of a line's own text; `nil` where it has none.
    ///
    /// A JSON object may stand behind the line's head, as long as the line ends with it.
    public init?(_ text: ArraySlice<UInt8>) {
        guard text.count <= Self.longestLine else { return nil }
        if let object = Self.json(in: text) {
            self.object = object
            return
        }
        let pairs = KeyValueScanner.pairs(in: text)
        if pairs.isEmpty { return nil }
        object = Dictionary(pairs, uniquingKeysWith: { _, last in last })
    }

    /// The JSON object that the line is or ends with.
    private static func json(in text: ArraySlice<UInt8>) -> [String: JSONValue]? {
        guard let last = text.lastIndex(where: { $0 > 0x20 }), text[last] == UInt8(ascii: "}"),
            let start = text[...last].firstIndex(of: UInt8(ascii: "{"))
        else { return nil }
        return (try? JSONValue(parsing: text[start...last]))?.object
    }

    /// The value of a field: one whose name is the path, or one that lies deeper, names divided by
    /// dots.
    public subscript(path: String) -> JSONValue? {
        if let value = object[path] { return value }
        var value = JSONValue.object(object)
        for name in path.split(separator: ".", omittingEmptySubsequences: false) {
            if let element = Int(name), let elements = value.array {
                guard elements.indices.contains(element) else { return nil }
                value = elements[element]
            } else {
                guard let member = value[String(name)] else { return nil }
                value = member
            }
        }
        return value
    }

    /// The names that loggers give to the time, in the order in which they are asked.
    private static let timeNames = [
        "time", "ts", "timestamp", "@timestamp", "asctime", "datetime", "t", "@t", "date",
    ]
    /// The names that they give to the level.
    private static let levelNames = [
        "level", "severity", "lvl", "levelname", "log.level", "@l", "loglevel", "level_name",
    ]
    /// The names that they give to the message.
    private static let messageNames = ["message", "msg", "event", "@m", "log", "text"]

    /// Whether a line may have a time among its fields, told at a glance.
    static func mayTellTime(_ text: ArraySlice<UInt8>) -> Bool {
        text.contains(UInt8(ascii: "{")) || text.contains(UInt8(ascii: "="))
    }

    /// Whether a line may have a level among its fields, told at a glance.
    static func mayTellLevel(_ text: ArraySlice<UInt8>) -> Bool {
        mayTellTime(text) && levelMarks.contains { ByteWindow.holds($0, text) }
    }

    /// What every name of a level has in it.
    private static let levelMarks = ["lev", "lvl", "sev", "@l"].map { Array($0.utf8) }

    /// When the line was written.
    public var time: LogTime? {
        for name in Self.timeNames {
            guard let value = self[name] else { continue }
            if let number = value.double, let moment = TimeScanner.moment(sinceEpoch: number) {
                return moment
            }
            if let time = value.string.flatMap({ TimeScanner.time(of: $0) }) { return time }
        }
        return nil
    }

    /// How bad the line says that it is.
    public var level: LogLevel? {
        for name in Self.levelNames {
            guard let value = self[name] else { continue }
            if let level = value.int.flatMap({ LogLevel($0) }) { return level }
            if let level = value.string.flatMap({ LogLevel($0) }) { return level }
        }
        return nil
    }

    /// The message, where it is a field.
    public var message: String? {
        Self.messageNames.lazy.compactMap { self[$0]?.string }.first
    }
}
