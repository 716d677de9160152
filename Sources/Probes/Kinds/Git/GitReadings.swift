import Foundation
import Machine

/// Asks a repository what the expectations are about, each thing once.
struct GitReadings: Sendable {
    private let repository: GitRepository
    private let stretch: Result<GitRepository.Stretch?, GitObstacle>
    private let context: ProbeContext

    /// Takes the repository and the stretch of history that `since=` names.
    init(
        _ repository: GitRepository, stretch: Result<GitRepository.Stretch?, GitObstacle>,
        context: ProbeContext
    ) {
        self.repository = repository
        self.stretch = stretch
        self.context = context
    }

    /// The reading of an observable.
    func reading(for key: String) async -> Reading {
        do {
            switch key {
            case "commits": return try await commits()
            case "changed": return try await changed()
            case "dirty": return try await dirty()
            case "branch": return try await branch()
            case "ahead": return .value(distance(try await repository.distance().ahead))
            default: return .value(distance(try await repository.distance().behind))
            }
        } catch {
            return .unknown(error.summary)
        }
    }

    private func commits() async throws(GitObstacle) -> Reading {
        guard let stretch = try stretch.get() else { return Self.nothingYet }
        return .value(ObservedValue(try await repository.commitCount(in: stretch)))
    }

    private func changed() async throws(GitObstacle) -> Reading {
        guard let stretch = try stretch.get() else { return Self.nothingYet }
        let files = try await repository.changedFiles(in: stretch)
        return .value(ObservedValue(files.count, display: counted(files)))
    }

    private func dirty() async throws(GitObstacle) -> Reading {
        let files = try await repository.uncommittedFiles()
        if files.isEmpty { return .value(ObservedValue(false)) }
        return .value(ObservedValue(true, display: "true, in \(counted(files))"))
    }

    private func branch() async throws(GitObstacle) -> Reading {
        guard let branch = try await repository.branch() else {
            let commit = repository.head.map { String($0.prefix(Self.shownHash)) } ?? "?"
            // The word that `git rev-parse --abbrev-ref HEAD` has for it.
            return .value(
                ObservedValue("HEAD", labels: ["detached"], display: "none, detached at \(commit)"))
        }
        return .value(ObservedValue(branch, display: shown(branch)))
    }

    private func distance(_ count: Int) -> ObservedValue {
        ObservedValue(count, display: "\(count) as of the last fetch")
    }

    private static let nothingYet = Reading.value(
        ObservedValue(0, display: "0, there is no commit yet"))
    private static let shownHash = 10
    private static let shownFiles = 3

    /// `5: compose.yaml, backend/app.py, .env.example and 2 more`
    private func counted(_ files: [String]) -> String {
        let names = files.prefix(Self.shownFiles).map(shown).joined(separator: ", ")
        let more = files.count - Self.shownFiles
        return files.isEmpty
            ? "0" : "\(files.count): \(names)" + (more > 0 ? " and \(more) more" : "")
    }

    private func shown(_ name: String) -> String {
        Excerpt.line(of: name, limit: Excerpt.valueLength, redactor: context.redactor)
    }

    // MARK: Evidence

    /// The last commits of the stretch, and when what runs here last became something else.
    func evidence() async -> [String] {
        guard let stretch = try? stretch.get() else { return [] }
        let commits = (try? await repository.lastCommits(in: stretch, count: 3)) ?? []
        let lines = commits.map { commit in
            let subject = Excerpt.line(
                of: commit.subject, limit: Excerpt.bodyLength, redactor: context.redactor)
            return "\(PlainText.line(of: commit.hash)) \(subject) (\(ago(commit.date)))"
        }
        guard let move = try? await repository.lastMove() else { return lines }
        return lines + ["HEAD last moved \(ago(move.date)), by \(shown(move.action))"]
    }

    private func ago(_ date: Date) -> String {
        let seconds = context.world.clock.now.timeIntervalSince(date)
        return seconds < 1
            ? "just now" : Duration.seconds(min(seconds, 1e12)).shortText + " ago"
    }
}
