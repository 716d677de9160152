import Catalog
import Foundation

/// What one thread finds in the blocks of a log that it reads.
struct LogWorker: Sendable {
    /// What was found so far.
    private(set) var findings = LogFindings()

    private let query: LogQuery
    private let preparation: LogPreparation

    init(_ query: LogQuery, _ preparation: LogPreparation) {
        self.query = query
        self.preparation = preparation
    }

    /// Looks at a block.
    mutating func read(_ block: LineBlock) {
        let prepared = preparation.prepared(by: block)
        var times = BlockTimes(block, clock: prepared.clock)
        if query.placesLines { findings.lineCounts[block.number] = Self.lineCount(of: block) }
        let matches = matches(in: block, prepared, &times)
        add(matches, in: block, &times)
        if query.groupsUnknown { group(block, besides: matches, prepared, &times) }
    }

    private static func lineCount(of block: LineBlock) -> Int {
        block.bytes.withUnsafeBufferPointer { bytes in
            let lines = bytes.lineFeeds(in: block.lines)
            let lacksEnd = !block.lines.isEmpty && bytes[block.lines.upperBound - 1] != 0x0A
            return lines + (lacksEnd ? 1 : 0)
        }
    }

    /// The lines that have signatures and count.
    private func matches(
        in block: LineBlock, _ prepared: PreparedLog, _ times: inout BlockTimes
    ) -> [LineMatch] {
        var matches: [LineMatch] = []
        block.bytes.withUnsafeBufferPointer { bytes in
            let start = block.lines.lowerBound
            prepared.matcher.scan(.init(rebasing: bytes[block.lines])) { line, found in
                let place = line.lowerBound + start..<line.upperBound + start
                matches.append(LineMatch(line: place, signatures: found))
                return true
            }
        }
        if query.takesAll { return matches }
        return matches.filter { counts(LogLine(block.bytes[$0.line]), times.time(of: $0.line)) }
    }

    /// Whether an event is young enough and its fields are as they must be.
    private func counts(_ line: LogLine, _ time: Date?) -> Bool {
        if let since = query.since, let time, time < since { return false }
        if query.conditions.isEmpty { return true }
        guard let fields = line.fields else { return false }
        return query.conditions.allSatisfy { $0.isMet(by: fields) }
    }

    private mutating func add(
        _ matches: [LineMatch], in block: LineBlock, _ times: inout BlockTimes
    ) {
        findings.matchedLines += matches.count
        if matches.isEmpty || !query.placesLines { return }
        var byKey: [LogFindings.KnownKey: (count: Int, first: Range<Int>, last: Range<Int>)] = [:]
        for match in matches {
            let container = LogLine(block.bytes[match.line]).container
            for signature in match.signatures {
                let key = LogFindings.KnownKey(signature: signature, container: container)
                byKey[key, default: (0, match.line, match.line)].count += 1
                byKey[key]?.last = match.line
            }
        }
        for (key, lines) in byKey {
            let first = times.spot(of: lines.first)
            let last = lines.first == lines.last ? first : times.spot(of: lines.last)
            findings.add(SpotTally(count: lines.count, first: first, last: last), for: key)
        }
        if query.keepsLines {
            for match in matches where findings.lines.count < LogFindings.mostLines {
                findings.lines.append(times.spot(of: match.line))
            }
        }
    }

    private mutating func group(
        _ block: LineBlock, besides matches: [LineMatch], _ prepared: PreparedLog,
        _ times: inout BlockTimes
    ) {
        var matches = matches[...]
        BlockEvents.forEach(in: block) { event in
            var isKnown = false
            while let match = matches.first, match.line.lowerBound < event.lines.upperBound {
                isKnown = true
                matches.removeFirst()
            }
            let line = LogLine(block.bytes[event.first])
            let level = isKnown || line.isBlank ? nil : line.severity
            guard !isKnown, !line.isBlank, query.floor.map({ level ?? .trace >= $0 }) ?? true
            else { return }
            let time = times.time(of: line, at: event.first)
            guard query.takesAll || counts(line, time) else { return }
            let shape = findings.grouper.add(line, layouts: prepared.layouts)
            let container = line.container
            findings.add(shape, level: level, time: time, container: container) {
                BlockSpot(
                    block: block.number, line: event.number, time: time,
                    text: LogSpot.text(of: block.bytes[event.lines]))
            }
        }
    }
}

/// A line that has signatures.
struct LineMatch {
    /// Where it stands in its block.
    var line: Range<Int>
    /// Which, by their places in the query.
    var signatures: [Int]
}
