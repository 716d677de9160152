import Machine
import Probes
import Redaction

/// The variables of this process, of the env files and of the compose services, secrets hidden.
///
/// Of this process's variables most are the person's who runs it, so that a value is shown only
/// where a runbook, an env file or a service knows the name.
struct EnvironmentCapture: EvidenceSource {
    let name = "environment"

    func capture(_ setting: CaptureSetting) async -> Captured {
        let context = setting.context
        let services = (try? await context.compose.configuration())?.services ?? [:]
        let files = fileVariables(in: context)
        var known = Set(files.flatMap(\.values.keys))
        known.formUnion(services.values.flatMap(\.environment.keys))
        for runbook in setting.runbooks {
            known.formUnion(runbook.variables.map(\.name))
            known.formUnion(
                (runbook.probeLines + runbook.collections).flatMap(\.variables).map(\.name))
            known.formUnion(runbook.probeLines.filter { $0.kind == "env" }.map(\.subject))
        }
        var lines = ["# this process; values only of names that runbooks, files or services know"]
        lines += Self.lines(of: context.world.environment, shown: known, context.redactor)
        for file in files {
            context.redactor.learn(file.values)
            lines += ["", "# \(file.path)"]
            lines += Self.lines(of: file.values, shown: nil, context.redactor)
        }
        for service in services.values.sorted(by: { $0.name < $1.name }) {
            let values = service.environment
            context.redactor.learn(values.compactMapValues { $0 })
            lines += ["", "# service \(service.name)"]
            lines += Self.lines(of: values.mapValues { $0 ?? "" }, shown: nil, context.redactor)
        }
        let text = lines.joined(separator: "\n") + "\n"
        return Captured(items: [BundleItem(BundleLayout.environment, text, source: "env")])
    }

    private struct File {
        var path: String
        var values: [String: String]
    }

    private func fileVariables(in context: ProbeContext) -> [File] {
        context.environmentFiles.compactMap { path in
            let place = context.world.absolutePath(path)
            guard let text = try? context.world.files.text(of: place) else { return nil }
            let file = DotEnvFile(text, environment: context.world.environment)
            return File(path: path, values: file.values)
        }
    }

    /// One line a variable in order of names.
    ///
    /// - Parameter shown: The names whose values are shown; all where `nil`.
    private static func lines(
        of values: [String: String], shown: Set<String>?, _ redactor: Redactor
    ) -> [String] {
        values.sorted { $0.key < $1.key }.map { name, value in
            if value.isEmpty { return "\(name)=" }
            if SecretName.isSecret(name) { return "\(name)=\(redactor.mark(for: value))" }
            guard shown?.contains(name) ?? true else { return "\(name) is set" }
            let line = redactor.hide(value).replacing("\n", with: "\\n")
            return "\(name)=\(line)"
        }
    }
}
