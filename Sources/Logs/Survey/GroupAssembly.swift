import Foundation

/// Puts the shapes of several logs together to groups.
struct GroupAssembly {
    /// The events of one shape in all logs.
    private struct Tally {
        var group: LogSurvey.Group
        var burst: Burst
        var shape: Int
    }

    private var grouper = MessageGrouper()
    private var tallies: [Int: Tally] = [:]
    private var baseline: Set<Int>?

    /// Takes what a log of better days has.
    mutating func addBaseline(_ findings: LogFindings) {
        let numbers = grouper.join(findings.grouper)
        baseline = Set(findings.shapes.keys.map { numbers[$0] })
    }

    /// Takes what was found in a log.
    mutating func add(_ findings: LogFindings, of input: LogInput, _ lines: LineNumbers) {
        let numbers = grouper.join(findings.grouper)
        for (shape, tally) in findings.shapes {
            let number = numbers[shape]
            let group = LogSurvey.Group(
                template: MessageTemplate([], sample: []), level: tally.level, log: input.name,
                service: tally.container ?? input.service, count: tally.spots.count,
                first: lines.spot(tally.spots.first), lastTime: tally.spots.last.time,
                isBurst: false)
            let new = Tally(group: group, burst: tally.burst, shape: number)
            tallies[number] = tallies[number].map { Self.joined($0, new) } ?? new
        }
    }

    private static func joined(_ left: Tally, _ right: Tally) -> Tally {
        let isLeftFirst =
            (left.group.first.time ?? .distantFuture, left.group.first.line)
            <= (right.group.first.time ?? .distantFuture, right.group.first.line)
        var tally = isLeftFirst ? left : right
        tally.group.count = left.group.count + right.group.count
        tally.group.level = [left.group.level, right.group.level].compactMap(\.self).max()
        tally.group.lastTime = [left.group.lastTime, right.group.lastTime].compactMap(\.self).max()
        tally.burst = left.burst
        tally.burst.join(right.burst)
        return tally
    }

    /// The groups, the most suspicious first.
    func groups() -> [LogSurvey.Group] {
        let templates = grouper.groups()
        let known = baseline.map { Set($0.map { templates.templateOfShape[$0] }) }
        var byTemplate: [Int: Tally] = [:]
        for tally in tallies.values.sorted(by: { $0.shape < $1.shape }) {
            let template = templates.templateOfShape[tally.shape]
            byTemplate[template] = byTemplate[template].map { Self.joined($0, tally) } ?? tally
        }
        let groups = byTemplate.map { template, tally in
            var group = tally.group
            group.template = templates.template(ofShape: tally.shape)
            group.isNew = known.map { !$0.contains(template) }
            group.isBurst = tally.burst.isBurst(
                of: group.count, from: group.first.time, to: group.lastTime)
            return (group: group, shape: tally.shape)
        }
        return groups.sorted { left, right in
            if left.group.isMoreSuspicious(than: right.group) { return true }
            return !right.group.isMoreSuspicious(than: left.group) && left.shape < right.shape
        }
        .map(\.group)
    }
}
