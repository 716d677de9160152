import Catalog
import Machine
import Probes

/// Tells which of the known systems are present around the working directory.
public struct SystemDetection: Sendable {
    /// What the probes of the run share.
    public var context: ProbeContext
    /// Where variables get their values.
    public var variables: VariableScope

    /// The system that is triaged where no other is found.
    public static let fallback = "general"

    /// Makes a detection.
    public init(context: ProbeContext, variables: VariableScope) {
        self.context = context
        self.variables = variables
    }

    /// The runbooks whose `detect:` matches here; else the fallback's; else those that name no
    /// sign at all.
    public func present(among runbooks: [Runbook]) async -> [Runbook] {
        let atAGlance = signs(of: runbooks, services: context.compose.servicesAtAGlance())
        if !atAGlance.isEmpty { return atAGlance }
        let needsServices = runbooks.flatMap(\.detections).contains {
            if case .service = $0 { true } else { false }
        }
        if needsServices {
            let declared = signs(of: runbooks, services: await context.compose.serviceNames())
            if !declared.isEmpty { return declared }
        }
        return Self.fallback(among: runbooks)
    }

    /// The runbooks that are taken where no system is found: the fallback's, else those that name
    /// no sign at all.
    public static func fallback(among runbooks: [Runbook]) -> [Runbook] {
        let general = runbooks.filter { $0.system == fallback }
        return general.isEmpty ? runbooks.filter(\.detections.isEmpty) : general
    }

    private func signs(of runbooks: [Runbook], services: Set<String>) -> [Runbook] {
        runbooks.filter { runbook in
            runbook.detections.contains { isPresent($0, services: services) }
        }
    }

    private func isPresent(_ detection: Detection, services: Set<String>) -> Bool {
        switch detection {
        case .service(let name): services.contains(name)
        case .file(let path): context.world.files.exists(context.world.absolutePath(path))
        case .environment(let name): variables.value(of: name, in: nil) != nil
        }
    }
}
