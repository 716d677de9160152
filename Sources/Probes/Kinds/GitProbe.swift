import Catalog
import Foundation
import Machine

/// Looks at the history and the state of a git repository.
///
/// Use it for the questions that begin every search: when did it start, and what changed? A failure
/// right after a `git pull` is mostly a migration that was not applied or a variable that is new.
///
///     git . since=24h path=backend/migrations/** path=docker-compose.yml path=.env.example changed=0
///     git . since=v1.4.2 commits=0                  # what is checked out is not the release
///     git /srv/portal branch=main dirty=false       # someone edited files on the server
///     git . behind=0                                # the last fetch brought what is not merged
///
/// - `since=` takes a time (`24h`, `7d`; the usual one is 24 hours) or any name of a commit. A time
///   stands for the commit that the branch was at then by the dates of its commits: what was merged
///   since counts, but not when it was pulled; the evidence says when that was, where git knows.
/// - `path=` takes globs relative to the folder, as `:(glob)` of gitglossary(7) has them: `*` stays
///   within a folder, `**` does not. They hold for `commits`, `changed` and `dirty`.
/// - `dirty` is about files that git tracks. `ahead` and `behind` compare with the upstream branch
///   as of the last fetch.
///
/// Nothing is fetched, locked or written, and nothing that the repository's settings name is run:
/// no hooks, file system monitors, filters, external diffs, pagers or signature checks. Where git
/// can't tell, everything is unknown. A line that states nothing wants `commits>=0`.
public struct GitProbe: ProbeKind {
    /// What the kind declares of itself.
    public let schema = ProbeSchema(
        kind: "git",
        abstract: "Looks at what changed in a git repository, and at the state it is in.",
        subject: .init("DIR", "a folder of the repository, such as ."),
        options: [
            .init("since", .text, "where looking begins: a time such as 24h, or a commit"),
            .init("path", .text, isRepeatable: true, "a glob of the paths that count"),
        ],
        observables: [
            .init("commits", .number, isConfiguration: true, "how many commits there are since"),
            .init("changed", .number, isConfiguration: true, "how many files changed since"),
            .init(
                "dirty", .boolean, isConfiguration: true,
                "whether tracked files differ from what is checked out"),
            .init(
                "branch", .text, isConfiguration: true, "the branch; 'detached' where there is none"
            ),
            .init(
                "ahead", .number, isConfiguration: true,
                "how many commits the upstream branch has not"),
            .init(
                "behind", .number, isConfiguration: true,
                "how many commits only the upstream branch has"),
        ],
        defaultConditions: ["commits>=0"],
        examples: [
            "git . since=24h path=backend/migrations/** changed=0 # a migration is new",
            "git . since=24h path=.env.example changed=0 # a variable may be new",
            "git . dirty=false branch=main # something else runs than what was released",
            "git . since=v1.4.2 commits=0 # the release is not what is checked out",
        ])

    /// Makes the kind.
    public init() {}

    /// What people wrote.
    public func component(of request: ProbeRequest) -> String { "code" }

    /// A path must be there and need no shell.
    public func mistake(in subject: String) -> String? { PathSubject.mistake(in: subject) }

    /// Since when must be a time or the name of a commit.
    public func mistakes(
        in line: ProbeLine, knowing knowledge: RunbookKnowledge?
    ) -> [String] {
        line.conditions.filter { $0.key == "since" && !$0.value.contains("${") }.map(\.value)
            .filter { GitStart($0, now: .now) == nil }.map(Self.unreadable(since:))
    }

    /// Repositories are looked into below the working directory only.
    public func breach(by request: ProbeRequest, in context: ProbeContext) async -> Breach? {
        await ReadableArea(in: context.world, within: request.timeout)
            .breach(byReading: [request.subject])
    }

    private static func unreadable(since value: String) -> String {
        "since= wants a time such as 24h or a commit, not '\(value)'"
    }

    /// Asks git what the conditions are about.
    public func observe(_ request: ProbeRequest, in context: ProbeContext) async -> Observation {
        if let mistake = mistake(in: request.subject) {
            return Observation(.unknown(mistake), for: request)
        }
        let since = request.option("since") ?? GitStart.usual
        guard let start = GitStart(since, now: context.world.clock.now) else {
            return Observation(.unknown(Self.unreadable(since: since)), for: request)
        }
        let commands = GitCommands(
            request.subject, in: context.world, within: request.timeout)
        do {
            let repository = try await GitRepository(commands, paths: request.values(of: "path"))
            return await Self.observation(of: repository, start, request, context)
        } catch {
            return Observation(.unknown(error.summary), for: request)
        }
    }

    private static func observation(
        of repository: GitRepository, _ start: GitStart, _ request: ProbeRequest,
        _ context: ProbeContext
    ) async -> Observation {
        let stretch: Result<GitRepository.Stretch?, GitObstacle>
        do {
            stretch = .success(try await repository.stretch(since: start))
        } catch {
            stretch = .failure(error)
        }
        let git = GitReadings(repository, stretch: stretch, context: context)
        var readings: [Expectation: Reading] = [:]
        for expectation in request.expectations {
            readings[expectation] = await git.reading(for: expectation.key)
        }
        let asksHistory = request.expectations.contains {
            $0.key == "commits" || $0.key == "changed"
        }
        return Observation(
            readings: readings, evidence: asksHistory ? await git.evidence() : [])
    }
}
