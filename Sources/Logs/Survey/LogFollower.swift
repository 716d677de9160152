import Foundation
import Machine

/// Watches logs as they grow, and tells of each event that matters.
public struct LogFollower: Sendable {
    /// An event that was just written.
    public struct Event: Sendable {
        /// The log it stands in.
        public var log: String
        /// The signatures it has, by their places in the query.
        public var signatures: [Int]
        /// How bad it says that it is.
        public var level: LogLevel?
        /// When it was written.
        public var time: Date?
        /// The event.
        public var text: String
    }

    /// The log of a name, without its end.
    private struct Watched: Sendable {
        var path: String
        var position: Int
        /// A line whose end is still to come.
        var rest: [UInt8] = []
    }

    private let query: LogQuery
    private let files: any FileSystem
    private let matcher: SignatureMatcher
    private var watched: [(name: String, log: Watched)]

    /// The most that is read of a log at once; what came in front of it is left out.
    private static let mostBytes = 4 << 20

    /// Watches files from their ends on.
    ///
    /// - Parameter paths: Their names and absolute paths.
    public init(_ paths: [(name: String, path: String)], query: LogQuery, files: any FileSystem) {
        self.query = query
        self.files = files
        matcher = SignatureMatcher(query.signatures)
        watched = paths.map { name, path in
            (name, Watched(path: path, position: Self.size(of: path, in: files) ?? 0))
        }
    }

    private static func size(of path: String, in files: any FileSystem) -> Int? {
        (try? files.open(path)).map { $0.size ?? 0 }
    }

    /// What was written since the last call.
    public mutating func poll(now: Date) -> [Event] {
        watched.indices.flatMap { events(of: $0, now: now) }
    }

    private mutating func events(of index: Int, now: Date) -> [Event] {
        guard let file = try? files.open(watched[index].log.path) else { return [] }
        let size = file.size ?? 0
        if size < watched[index].log.position {
            // The file was emptied, or another has taken its name.
            watched[index].log.position = 0
            watched[index].log.rest = []
        }
        let start = max(watched[index].log.position, size - Self.mostBytes)
        guard size > start else { return [] }
        var bytes = [UInt8](repeating: 0, count: size - start)
        let count = (try? file.read(into: &bytes, bytes.indices, at: start)) ?? 0
        watched[index].log.position = start + count
        let all = watched[index].log.rest + bytes.prefix(count)
        let end = all.lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? 0
        watched[index].log.rest = Array(all[end...].suffix(Self.mostBytes))
        return events(in: Array(all[..<end]), of: watched[index].name, now: now)
    }

    /// The events of some whole lines that matter.
    public func events(in bytes: [UInt8], of log: String, now: Date) -> [Event] {
        let block = LineBlock(bytes: bytes, lines: bytes.indices)
        let times = BlockTimes(block, clock: LogClock(reference: now))
        var events: [Event] = []
        BlockEvents.forEach(in: block) { event in
            let line = LogLine(bytes[event.first])
            var found: Set<Int> = []
            for text in LogLines(Array(bytes[event.lines])) {
                found.formUnion(matcher.matches(in: LogLine(text).text))
            }
            let level = line.severity
            let isBad = query.floor.map { level ?? .trace >= $0 } ?? true
            guard !found.isEmpty || isBad && !line.isBlank && query.groupsUnknown else { return }
            if !query.conditions.isEmpty {
                guard let fields = line.fields,
                    query.conditions.allSatisfy({ $0.isMet(by: fields) })
                else { return }
            }
            events.append(
                Event(
                    log: log, signatures: found.sorted(), level: level,
                    time: times.time(of: line, at: event.first),
                    text: LogSpot.text(of: bytes[event.lines])))
        }
        return events
    }
}
