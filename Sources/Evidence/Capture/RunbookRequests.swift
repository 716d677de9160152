import Catalog
import Probes
import Triage

/// What the runbooks' own lines ask for, made ready to be captured.
struct RunbookRequests: Sendable {
    /// A line, ready or not.
    struct Item: Sendable {
        /// The line, the first of those that look at the same thing.
        var line: ProbeLine
        /// The look, or why there is none.
        var look: Result<CollectLine, Obstacle>
    }

    /// Why a line can't be run.
    struct Obstacle: Error, Hashable {
        /// In a few words.
        var reason: String
    }

    /// The most lines of one source that are captured; a bundle has room for a few hundred files.
    private static let mostLines = 200

    /// The looks, each once.
    private(set) var items: [Item] = []

    /// Takes those lines that are wanted, their conditions left out as far as they state something.
    ///
    /// - Parameters:
    ///   - setting: Where they are run.
    ///   - lines: Gives the lines of a runbook.
    init(
        of setting: CaptureSetting, _ lines: (Runbook) -> [ProbeLine]
    ) {
        var known: Set<ProbeRequest.Identity> = []
        var told: Set<String> = []
        for runbook in setting.runbooks {
            for line in lines(runbook) {
                let look = Self.look(line, in: runbook, setting)
                switch look {
                case .success(let ready):
                    guard known.insert(ready.request.identity).inserted else { continue }
                case .failure:
                    guard told.insert(line.text).inserted else { continue }
                }
                items.append(Item(line: line, look: look))
            }
        }
    }

    /// Leaves out all that are not wanted.
    mutating func keep(where isWanted: (Item) -> Bool) { items = items.filter(isWanted) }

    private static func look(
        _ line: ProbeLine, in runbook: Runbook, _ setting: CaptureSetting
    ) -> Result<CollectLine, Obstacle> {
        do throws(ProbeCheck.Problem) {
            return .success(
                try CollectLine(
                    line, variables: { setting.variables.value(of: $0, in: runbook) },
                    timeout: setting.timeout,
                    confinement: setting.trust.confinement(
                        of: runbook, variables: setting.variables)))
        } catch {
            switch error {
            case .invalid(let mistakes):
                let messages = mistakes.map(\.message).joined(separator: "; ")
                return .failure(Obstacle(reason: "the line is invalid: \(messages)"))
            case .unset(let names):
                let flags = names.map { "--set \($0)=…" }.joined(separator: " ")
                return .failure(Obstacle(reason: "not set: give \(flags)"))
            case .untrusted(let breach): return .failure(Obstacle(reason: breach.summary))
            }
        }
    }

    /// Runs the looks, as many at once as the setting lets.
    ///
    /// - Parameter path: Where in the bundle a look goes, by its line and its place in the list.
    func capture(
        _ setting: CaptureSetting, to path: @escaping @Sendable (CollectLine, Int) -> String
    ) async -> Captured {
        let wanted = Array(items.prefix(Self.mostLines).enumerated())
        var captured = await setting.concurrently(wanted) { position, item in
            let redactor = setting.context.redactor
            let source = item.line.withoutSecretSubject(redactor).text
            switch item.look {
            case .failure(let obstacle):
                return Captured(missing: source, because: obstacle.reason)
            case .success(let ready):
                return await setting.bounded(source) {
                    Captured(
                        await ready.capture(in: setting.context), to: path(ready, position + 1),
                        what: source, source: source)
                }
            }
        }
        let more = items.count - wanted.count
        if more > 0 {
            captured += Captured(
                missing: "\(more) more line\(more == 1 ? "" : "s") of the runbooks",
                because: "a bundle has what \(Self.mostLines) bring")
        }
        return captured
    }
}

extension ProbeLine {
    /// The line without what it states, so that it only says how to look.
    ///
    /// - Parameter subject: Another subject, where what it names does not matter.
    func looking(at subject: String? = nil) -> ProbeLine {
        let schema = ProbeRegistry.kind(named: kind)?.schema
        var line = self
        line.subject = subject ?? line.subject
        line.conditions = conditions.filter { schema?.option(named: $0.key) != nil }
        let words =
            [line.kind, line.subject]
            + line.conditions.map { $0.key + $0.comparison.rawValue + $0.value }
        line.text = (try? ProbeLine(words: words))?.text ?? line.text
        return line
    }
}
