import Machine

/// Finds the environment that an `env` line is about.
struct EnvironmentSource: Sendable {
    /// Reads the dotenv files.
    let files: EnvironmentFiles
    private let context: ProbeContext
    private let timeout: Duration

    init(context: ProbeContext, timeout: Duration) {
        self.context = context
        self.timeout = timeout
        files = EnvironmentFiles(context: context, within: timeout)
    }

    /// Looks the line's variable up, or another one, where the line says.
    func lookup(_ request: ProbeRequest, name: String? = nil) async -> EnvironmentLookup {
        let name = name ?? request.subject
        switch (request.option("in"), request.option("file")) {
        case (.some, .some):
            return EnvironmentLookup(outcome: .unknown("in= and file= exclude each other"))
        case (let service?, nil):
            return await lookup(name, inService: service)
        case (nil, let path?): return await lookup(name, inFile: path)
        case (nil, nil): return await lookup(name)
        }
    }

    /// Looks a variable up in a compose service.
    func lookup(_ name: String, inService service: String) async -> EnvironmentLookup {
        await ServiceEnvironment(service: service, context: context, timeout: timeout).lookup(name)
    }

    private func lookup(_ name: String, inFile path: String) async -> EnvironmentLookup {
        do {
            let file = try await files.file(path)
            let notes = files.notes(on: file, at: path)
            guard let entry = file.entry(name) else {
                return EnvironmentLookup(outcome: .unset(in: path), notes: notes)
            }
            return EnvironmentLookup(
                outcome: .found(entry.value, in: "\(path) line \(entry.line)"), notes: notes)
        } catch .notFound {
            return EnvironmentLookup(outcome: .failed("\(path) does not exist"))
        } catch {
            return EnvironmentLookup(outcome: .unknown(error.summary))
        }
    }

    /// Looks into the process, then into the dotenv files.
    private func lookup(_ name: String) async -> EnvironmentLookup {
        if let value = context.world.environment[name] {
            return EnvironmentLookup(outcome: .found(value, in: "the environment"))
        }
        var places = ["the environment"]
        var notes: [String] = []
        for path in context.environmentFiles {
            let found = await lookup(name, inFile: path)
            notes += found.notes
            switch found.outcome {
            case .found: return EnvironmentLookup(outcome: found.outcome, notes: notes)
            case .unset: places.append(path)
            // `.env` is looked for whether there is one or not; others were asked for by name.
            case .failed where path == ".env": break
            case .failed(let reason), .unknown(let reason): notes.append(reason)
            }
        }
        return EnvironmentLookup(
            outcome: .unset(in: places.joined(separator: " and ")), notes: notes)
    }
}
