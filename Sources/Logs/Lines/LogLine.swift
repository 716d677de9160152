import Foundation

/// One line of a log, taken apart as far as somebody asks.
///
/// Nothing but the line itself is known here: what continues another line is told by
/// ``LogRecords``.
public struct LogLine: Sendable, Hashable {
    /// What the program wrote: without colours and without what compose and the engine add.
    public let text: ArraySlice<UInt8>
    /// The container that compose names in front of ` | `.
    public let container: String?
    /// When the engine took the line, as `--timestamps` has it.
    public let received: Date?

    /// Reads a line without its end.
    public init(_ line: ArraySlice<UInt8>) {
        var rest = EscapeSequences.removed(from: line)
        container = LinePrefix.container(&rest)
        received = LinePrefix.received(&rest)
        text = rest
    }

    /// The time and level in front of the message.
    public var head: LogHead { LogHead(of: text) }

    /// Whether nothing stands in it.
    public var isBlank: Bool { text.allSatisfy { $0 <= 0x20 } }

    /// The text as a person reads it, invalid UTF-8 replaced.
    public var string: String { String(decoding: text, as: UTF8.self) }

    /// The text with JSON's escapes resolved, where it has any: `\"` is a quote, `\u00e9` an é.
    public var unescaped: ArraySlice<UInt8>? { JSONEscapes.resolved(in: text) }

    /// The fields of a structured line.
    ///
    /// Read anew at each call, in time linear in the line.
    public var fields: LogFields? { LogFields(text) }

    /// When the line says that it was written, by its head or by its fields.
    public var time: LogTime? {
        if let time = head.time { return time }
        return LogFields.mayTellTime(text) ? fields?.time : nil
    }

    /// How bad the line says that it is, by its head or by its fields.
    public var level: LogLevel? {
        if let level = head.level { return level }
        return LogFields.mayTellLevel(text) ? fields?.level : nil
    }

    /// How bad the line is, by its level or because a stack trace starts with it.
    public var severity: LogLevel? { level ?? (StackTrace.starts(text) ? .error : nil) }
}
