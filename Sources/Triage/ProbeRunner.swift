import Catalog
import Machine
import Probes
import Redaction

/// Runs the lines of a plan, each look once, several at a time, within one deadline.
public struct ProbeRunner: Sendable {
    /// What the probes share.
    public var context: ProbeContext
    /// How many looks are under way at once.
    public var limits: LookLimits
    /// How long the whole run may take.
    public var deadline: Duration
    /// What of the deadline is over when the probes begin: looking for systems takes time, too.
    public var spent: Duration = .zero

    /// How long one probe may take where nobody says.
    public static let defaultTimeout: Duration = .seconds(10)
    /// How long the whole run may take where nobody says.
    public static let defaultDeadline: Duration = .seconds(30)
    /// What a look may take beyond its own time-out before it is given up from outside.
    ///
    /// A program that ignores SIGTERM is killed a quarter of a second after its time-out, and its look
    /// must still be able to tell so.
    private static let grace: Duration = .milliseconds(500)

    /// Makes a runner.
    public init(
        context: ProbeContext, limits: LookLimits = .usual, deadline: Duration = defaultDeadline
    ) {
        self.context = context
        self.limits = limits
        self.deadline = deadline
    }

    /// What is left of the deadline for the probes.
    var remaining: Duration { max(.zero, deadline - spent) }

    /// Runs the plan and gives its items in the plan's order.
    ///
    /// - Parameters:
    ///   - plan: What to run.
    ///   - progress: Hears of each look as it starts and ends, from one task at a time.
    public func run(
        _ plan: TriagePlan, progress: @Sendable (Progress) -> Void = { _ in }
    ) async -> [TriageRecord.Item] {
        learnSecrets(of: plan)
        context.compose.allow(for: plan.longestTimeout)
        async let servicesKnown: Void = learnSecretsOfServices()
        // Titles first, in the plan's order: the same run shows the same numbers each time.
        let looks = Look.looks(of: plan, redactor: context.redactor).map { look in
            var look = look
            look.title = context.redactor.redact(look.title)
            return look
        }
        let observed = await observe(looks, of: plan, progress: progress)
        // What was seen is judged when all secrets are known.
        await servicesKnown
        return plan.items.enumerated().flatMap { position, item -> [TriageRecord.Item] in
            results(of: item, at: position, observed: observed)
                .map { TriageRecord.Item(result: $0, owners: item.owners) }
        }
    }

    /// Makes known what lines give to probes under names that say secret, such as `password=`.
    private func learnSecrets(of plan: TriagePlan) {
        for case .ready(let check) in plan.items.map(\.state) {
            context.redactor.learn(values: check.request.headerSecrets)
            for option in check.request.identity.options {
                context.redactor.learn([option.key: option.value])
            }
        }
    }

    /// Makes known what the compose file keeps secret for its services; any log may hold it.
    private func learnSecretsOfServices() async {
        let context = context
        let limit = min(remaining, Self.defaultTimeout)
        let configuration = await context.world.clock.result(within: limit) {
            try? await context.compose.configuration()
        }
        for service in (configuration ?? nil)?.services.values.map({ $0 }) ?? [] {
            context.redactor.learn(service.environment.compactMapValues { $0 })
        }
    }

    private func results(
        of item: TriagePlan.Item, at position: Int, observed: [Int: Look.Answer]
    ) -> [ProbeResult] {
        switch item.state {
        case .unobservable(let reason):
            return [
                ProbeCheck.unknown(item.line, because: reason, redactor: context.redactor)
            ]
        case .ready(let check):
            guard let answer = observed[position] else {
                return [
                    ProbeCheck.unknown(
                        item.line, component: check.component,
                        because: Task.isCancelled
                            ? "interrupted before it finished"
                            : "not finished when the deadline of \(deadline.shortText) was up",
                        duration: remaining, redactor: context.redactor)
                ]
            }
            return check.results(
                of: answer.observation, duration: answer.duration, redactor: context.redactor)
        }
    }

    /// Observes until all looks are done or the deadline is up; what is missing was not finished.
    private func observe(
        _ looks: [Look], of plan: TriagePlan, progress: @Sendable (Progress) -> Void
    ) async -> [Int: Look.Answer] {
        let total = looks.count
        var answers: [Int: Look.Answer] = [:]
        await withTaskGroup(of: (Look, Look.Answer)?.self) { group in
            var queue = LookQueue(looks, limits: limits)
            var finished = 0
            func start() {
                while let look = queue.next() {
                    progress(.started(look.title, total: total))
                    group.addTask { (look, await answer(look)) }
                }
            }
            group.addTask {
                try? await context.world.clock.sleep(for: remaining)
                return nil
            }
            start()
            while finished < total, let done = await group.next(), let (look, answer) = done {
                finished += 1
                queue.finish(look)
                for position in look.positions { answers[position] = answer }
                let known = answers
                progress(
                    .finished(
                        look.title,
                        results: {
                            look.positions.flatMap {
                                results(of: plan.items[$0], at: $0, observed: known)
                            }
                        }, done: finished, total: total))
                start()
            }
            group.cancelAll()
        }
        return answers
    }

    /// Looks once, and gives up where a kind does not keep its own time-out.
    private func answer(_ look: Look) async -> Look.Answer {
        let clock = context.world.clock
        let start = clock.uptime
        let limit = look.request.timeout
        let observation = await clock.result(within: limit + Self.grace) {
            await look.kind.look(at: look.request, in: context)
        }
        return Look.Answer(
            observation: observation
                ?? Observation(.unknown("took longer than \(limit.shortText)"), for: look.request),
            duration: clock.uptime - start)
    }
}

/// What a run tells while it goes on.
public enum Progress: Sendable {
    /// A look began.
    case started(String, total: Int)
    /// A look ended. What the lines that are about it came to is judged when asked for: judging
    /// gives secrets their numbers, which else follow the plan.
    case finished(
        String, results: @Sendable () -> [ProbeResult], done: Int, total: Int)
}

/// One look at one subject, for all lines of a plan that are about it.
struct Look: Sendable {
    /// What the look brought.
    struct Answer: Sendable {
        var observation: Observation
        var duration: Duration
    }

    var kind: any ProbeKind
    var request: ProbeRequest
    /// The positions of its lines in the plan.
    var positions: [Int]
    /// The kind and subject as written, for progress.
    var title: String

    /// The looks that a plan needs, the expectations of lines about the same thing joined.
    static func looks(of plan: TriagePlan, redactor: Redactor) -> [Look] {
        var looks: [Look] = []
        var known: [ProbeRequest.Identity: Int] = [:]
        for (position, item) in plan.items.enumerated() {
            guard case .ready(let check) = item.state,
                let kind = ProbeRegistry.kind(named: check.line.kind)
            else { continue }
            if let index = known[check.request.identity] {
                looks[index].positions.append(position)
                let present = looks[index].request.expectations
                looks[index].request.expectations += check.request.expectations
                    .filter { !present.contains($0) }
            } else {
                known[check.request.identity] = looks.count
                looks.append(
                    Look(
                        kind: kind, request: check.request, positions: [position],
                        title:
                            "\(item.line.kind) \(item.line.withoutSecretSubject(redactor).subject)")
                )
            }
        }
        return looks
    }
}
