import Foundation
import Machine

/// One container of a service as it was seen, or a service that has none.
struct ServiceSight: Sendable {
    /// The service.
    var service: String
    /// Its container; `nil` where none was ever created.
    var container: ComposeContainer?
    /// What the engine knows beyond that; `nil` where it was not asked or could not tell.
    var details: ContainerDetails?
    /// Whether others wait for the service to end with exit code 0.
    var isOneShot: Bool
    /// When it was seen.
    var now: Date

    /// Whether the service can do its work.
    enum Readiness: Hashable {
        case ready
        /// Running, its health check not passed yet.
        case starting
        case broken
    }

    /// A container that the engine started again less than this many seconds ago may be about to
    /// end again, since the engine resets its back-off after ten.
    static let settled = 10.0

    /// The engine's word for the state, `restarting` for a crash loop caught while it ran, and
    /// `not created`.
    var state: String {
        guard let container else { return "not created" }
        return isCrashLooping ? "restarting" : container.state
    }

    /// Whether the service can do its work: runs without a failing check, or has done its one job.
    var readiness: Readiness {
        if state == "exited", isOneShot, container?.exitCode == 0 { return .ready }
        guard state == "running" else { return .broken }
        switch container?.health {
        case nil, "healthy": return .ready
        case "starting": return .starting
        default: return .broken
        }
    }

    /// Whether it keeps ending and being started again.
    private var isCrashLooping: Bool {
        guard let container else { return false }
        if container.state == "restarting" { return true }
        guard container.state == "running", let details, details.restartCount > 0,
            let age = age(of: details.startedAt)
        else { return false }
        return age < Self.settled
    }

    /// For how many seconds it has been running; `nil` where it is not or nobody could tell.
    var uptime: Double? {
        state == "running" ? details.flatMap { age(of: $0.startedAt) } : nil
    }

    /// The state as a person says it: `exited (137) 3 s ago`, `running, unhealthy`.
    var description: String {
        switch state {
        case "running":
            return (["running"] + [container?.health].compactMap { $0 }).joined(separator: ", ")
        case "restarting": return restarting
        case "exited", "dead": return ended
        case "created": return "created but not started" + cause
        default: return state
        }
    }

    /// `restarting, exit 1, 5 restarts`
    private var restarting: String {
        let code = details.map(\.exitCode).flatMap { $0 == 0 ? nil : $0 } ?? container?.exitCode
        let count = details.map {
            $0.restartCount == 1 ? "1 restart" : "\($0.restartCount) restarts"
        }
        return (["restarting"] + [code.map { "last exit code \($0)" }, count].compactMap { $0 })
            .joined(separator: ", ") + memory
    }

    /// `exited (137) 3 s ago`
    private var ended: String {
        let code = container?.exitCode.map { " (\($0))" } ?? ""
        let since = details.flatMap { age(of: $0.finishedAt) }.map {
            " \(Duration(clampingSeconds: $0).shortText) ago"
        }
        return state + code + (since ?? "") + memory + cause
    }

    private var memory: String { details?.isOutOfMemory == true ? ", out of memory" : "" }
    private var cause: String {
        details.flatMap { EngineError.explanation(of: $0.error) }.map { ": \($0)" } ?? ""
    }

    private func age(of moment: Date?) -> Double? {
        moment.map { max(0, now.timeIntervalSince($0)) }
    }
}

extension ServiceSight {
    /// What was seen of each service, in the given order; one with no container is seen as such.
    static func all(
        of services: [String], containers: [ComposeContainer], details: [ContainerDetails],
        oneShot: Set<String>, now: Date
    ) -> [ServiceSight] {
        services.flatMap { service -> [ServiceSight] in
            let own = containers.filter { $0.service == service }.sorted { $0.name < $1.name }
            return (own.isEmpty ? [nil] : own.map(Optional.init)).map { container in
                ServiceSight(
                    service: service, container: container,
                    details: container.flatMap { details.details(of: $0) },
                    isOneShot: oneShot.contains(service), now: now)
            }
        }
    }
}
