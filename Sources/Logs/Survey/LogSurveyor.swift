import Foundation
import Machine

/// Reads logs and tells what is wrong in them.
public struct LogSurveyor: Sendable {
    private let query: LogQuery
    private let now: Date

    /// Looks for what a query asks.
    ///
    /// - Parameter now: The moment up to which times without a day or year may lie.
    public init(_ query: LogQuery, now: Date) {
        self.query = query
        self.now = now
    }

    /// Reads logs, one after the other.
    ///
    /// - Parameter baseline: The log of better days, whose messages are nothing new.
    public func survey(_ inputs: [LogInput], baseline: LogInput? = nil) async -> LogSurvey {
        var survey = LogSurvey()
        var groups = GroupAssembly()
        if let baseline {
            do throws(LogFailure) {
                var query = query
                query.floor = nil
                query.since = nil
                query.conditions = []
                groups.addBaseline(try await findings(in: baseline, by: query))
            } catch {
                survey.failures.append((baseline.name, error.summary))
            }
        }
        for input in inputs where !Task.isCancelled {
            do throws(LogFailure) {
                add(try await findings(in: input, by: query), of: input, to: &survey, &groups)
                survey.logs.append(input.name)
            } catch {
                survey.failures.append((input.name, error.summary))
            }
        }
        survey.groups = groups.groups()
        survey.known.sort(by: Self.isEarlier)
        return survey
    }

    /// What came first stands first; what has no time stands behind, in order of the lines.
    private static func isEarlier(_ left: LogSurvey.Known, _ right: LogSurvey.Known) -> Bool {
        let key = { (known: LogSurvey.Known) in
            (known.first.time ?? .distantFuture, known.first.line, known.signature)
        }
        return key(left) < key(right)
    }

    private func findings(
        in input: LogInput, by query: LogQuery
    ) async throws(LogFailure) -> LogFindings {
        let preparation = LogPreparation(query, clock: LogClock(of: input, now: now))
        if case .file(let file) = input.content, file.size != nil {
            var block = LineBlock()
            let blocks = FileBlocks(file, size: file.size ?? 0)
            if try blocks.next(&block), !block.lines.isEmpty { _ = preparation.prepared(by: block) }
        }
        let workers = try await BlockReader.read(input) {
            LogWorker(query, preparation)
        } _: { worker, block in
            worker.read(block)
        }
        var findings = LogFindings()
        for worker in workers { findings.join(worker.findings) }
        return findings
    }

    private func add(
        _ findings: LogFindings, of input: LogInput, to survey: inout LogSurvey,
        _ groups: inout GroupAssembly
    ) {
        let numbers = LineNumbers(findings.lineCounts)
        survey.lineCount += numbers.count
        survey.matchedLineCount += findings.matchedLines
        survey.known += findings.known.map { key, tally in
            LogSurvey.Known(
                signature: key.signature, log: input.name,
                service: key.container ?? input.service, count: tally.count,
                first: numbers.spot(tally.first), last: numbers.spot(tally.last))
        }
        survey.lines += findings.lines.sorted { $0.isBefore($1) }
            .map { (input.name, numbers.spot($0)) }
        groups.add(findings, of: input, numbers)
    }
}

/// The numbers of a log's lines, known once all of its blocks are read.
struct LineNumbers {
    private var before: [Int: Int] = [:]
    /// How many lines the log has.
    private(set) var count = 0

    init(_ counts: [Int: Int]) {
        for block in counts.keys.sorted() {
            before[block] = count
            count += counts[block] ?? 0
        }
    }

    /// A place with the number of its line in the log.
    func spot(_ spot: BlockSpot) -> LogSpot {
        LogSpot(line: (before[spot.block] ?? 0) + spot.line + 1, time: spot.time, text: spot.text)
    }
}
