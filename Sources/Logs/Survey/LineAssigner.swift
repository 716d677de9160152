import Foundation
import Machine

/// Tells for every line of a log which group it belongs to.
public enum LineAssigner {
    /// What one thread knows: the shape of each line, by blocks.
    fileprivate struct Worker: Sendable {
        var grouper = MessageGrouper()
        var shapes: [Int: [Int32]] = [:]
        let preparation: LogPreparation
    }

    /// The group of each line, counted from 1 in order of their first lines.
    ///
    /// - Throws: ``LogFailure`` where the log can't be read to its end.
    public static func groups(of input: LogInput) async throws(LogFailure) -> [Int32] {
        let query = LogQuery(signatures: [], floor: nil)
        let preparation = LogPreparation(query, clock: LogClock(reference: .distantFuture))
        let workers = try await BlockReader.read(input) {
            Worker(preparation: preparation)
        } _: { worker, block in
            worker.read(block)
        }
        return joined(workers)
    }

    private static func joined(_ workers: [Worker]) -> [Int32] {
        var grouper = MessageGrouper()
        var byBlock: [Int: (worker: Int, shapes: [Int32])] = [:]
        var numbers: [[Int]] = []
        for (place, worker) in workers.enumerated() {
            numbers.append(grouper.join(worker.grouper))
            for (block, shapes) in worker.shapes { byBlock[block] = (place, shapes) }
        }
        let templates = grouper.groups().templateOfShape
        var groups: [Int32] = []
        var groupOfTemplate: [Int: Int32] = [:]
        for block in byBlock.keys.sorted() {
            guard let (worker, shapes) = byBlock[block] else { continue }
            for shape in shapes {
                let template = templates[numbers[worker][Int(shape)]]
                let group = groupOfTemplate[template] ?? Int32(groupOfTemplate.count + 1)
                groupOfTemplate[template] = group
                groups.append(group)
            }
        }
        return groups
    }
}

extension LineAssigner.Worker {
    /// Looks at a block; lines that continue others have groups of their own.
    fileprivate mutating func read(_ block: LineBlock) {
        let layouts = preparation.prepared(by: block).layouts
        var numbers: [Int32] = []
        var start = block.lines.lowerBound
        while start < block.lines.upperBound {
            let (line, end) = block.bytes.withUnsafeBufferPointer { bytes in
                let end = bytes.lineEnd(at: start, upTo: block.lines.upperBound)
                return (bytes.contentOfLine(start..<end), end)
            }
            let number = grouper.add(LogLine(block.bytes[line]), layouts: layouts)
            numbers.append(Int32(truncatingIfNeeded: number))
            start = end
        }
        shapes[block.number] = numbers
    }
}
