import Catalog
import Machine

/// Looks at the alembic migrations of a project: how many heads its scripts have, and where the
/// database stands.
///
/// The subject is the folder of `alembic.ini` (or of a `pyproject.toml` with `[tool.alembic]`).
/// `heads` is read from the scripts themselves, so neither Python nor a database is needed. For
/// `current`, `alembic current` is run, behind the command in `via` where that is given: one that
/// enters a container or another host is run in the working directory, any other in the folder. A
/// line that states nothing means `heads=1 current=head`.
///
///     alembic backend heads=1 current=head                     # the schema is behind the code
///     alembic backend via="uv run" current=head                # … where uv knows alembic
///     alembic . via="docker compose exec -T portal" current=head
///
/// `via` may be `docker compose exec SERVICE`, `docker exec CONTAINER`, `uv run`, `poetry run`,
/// `pdm run`, `pipenv run`, `hatch run`, `python -m` or one behind the other; a runbook that names
/// another program is obeyed only with `--allow-exec`.
///
/// Where the folder has no scripts, `via` is asked for the heads too. A database that does not
/// answer fails `current`; alembic that can't be run leaves it unknown.
public struct AlembicProbe: ProbeKind {
    /// Makes the kind.
    public init() {}

    /// What the kind declares of itself.
    public let schema = ProbeSchema(
        kind: "alembic",
        abstract: "Looks at a project's alembic migrations and at where its database stands.",
        subject: .init("DIR", "the folder of alembic.ini"),
        options: [
            .init("via", .text, "the command that runs alembic, such as 'uv run'"),
            .init("ini", .text, "the name of its settings, unless alembic.ini"),
        ],
        observables: [
            .init(
                "heads", .number, isConfiguration: true, takesNames: true,
                "how many heads the scripts have; equals each head's id too"),
            .init(
                "current", .text,
                "the revision of the database; 'head' where all is applied"),
        ],
        defaultConditions: ["heads=1", "current=head"],
        examples: [
            "alembic backend heads=1 current=head # the database schema is behind the code",
            "alembic . via=\"docker compose exec -T portal uv run\" current=head",
        ])

    /// Migrations belong to no running program.
    public func component(of request: ProbeRequest) -> String { "migrations" }

    /// Settings and scripts are read below the working directory only.
    public func breach(by request: ProbeRequest, in context: ProbeContext) async -> Breach? {
        let world = context.world
        let area = ReadableArea(in: world, within: request.timeout)
        let (folder, file) = (request.subject, RevisionScripts.settingsFile(of: request))
        let settings = file.hasPrefix("/") ? file : folder + "/" + file
        let read = [folder, settings, folder + "/pyproject.toml"]
        if let breach = await area.breach(byReading: read) { return breach }
        let folders = await BlockingCall.value(within: request.timeout, on: world.clock) {
            (try? AlembicConfiguration(of: folder, file: file, in: world))?.folders ?? []
        }
        return await area.breach(byReading: folders ?? [])
    }

    /// Reads the scripts and, where `current` is wanted, asks alembic.
    public func observe(_ request: ProbeRequest, in context: ProbeContext) async -> Observation {
        let world = context.world
        let (directory, file) = (request.subject, RevisionScripts.settingsFile(of: request))
        let read = await BlockingCall.value(within: request.timeout, on: world.clock) {
            RevisionScripts(directory: directory, file: file, in: world)
        }
        guard let scripts = read else {
            let reason = "\(directory) \(BlockingCall.silence(of: request.timeout))"
            return Observation(.unknown(reason), for: request)
        }
        let commands = AlembicCommands(request: request, context: context)
        let wanted = Set(request.expectations.map(\.key))
        let readsElsewhere = scripts.isAbsent && commands.isElsewhere
        async let current =
            wanted.contains("current") ? commands.run("current") : .failure(.unknown(""))
        async let heads =
            readsElsewhere ? commands.run("heads") : .failure(.unknown(scripts.problem ?? ""))
        let readings = AlembicReadings(
            scripts: scripts, listedHeads: readsElsewhere ? await heads : nil,
            current: await current)
        return Observation(
            readings: Dictionary(
                request.expectations.map { ($0, readings.reading(for: $0.key)) },
                uniquingKeysWith: { first, _ in first }))
    }
}
