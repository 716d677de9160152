import Catalog
import Machine

/// Looks at one file or folder, on this machine or in a container.
///
/// Use it for what breaks quietly: a `.env` that lacks what its template has gained, a volume that
/// the container's user can't write to, a configuration that differs from the one in the image, two
/// lists in two languages that must agree.
///
///     file .env covers=.env.example                           # new variables are not set here
///     file .env mode=0600 contains!="DEBUG=true"
///     file /app/data in=portal writable=true                  # SQLite can't write to its volume
///     file /app/config.yml in=portal same-as=config.yml       # the container runs an old file
///     file backend/codes.py same-match=frontend/codes.ts pattern="\b4[0-9]{3}\b"
///     file .python-version match=3.12 pattern="^[0-9.]+"
///
/// A line that states nothing wants `exists=true`; every other condition fails on a missing file.
///
/// - With `in=SERVICE` the path is one inside the service's running container, and `readable` and
///   `writable` are those of the user that the container runs as.
/// - The other file of `same-as`, `same-match` and `covers` is always one on this machine; without
///   it nothing is known.
/// - `contains=` looks for the text as it stands, `contains~` for a regular expression. Patterns
///   are looked for line by line, in the first 4 KB of a line and the first 4 MB of a file; where a
///   pattern has a group, `match` and `same-match` take that.
/// - What stands in a file is shown only for `match` and `same-match`, and never of a dotenv file
///   (`.env*`, `*.env`), a file of credentials (`secrets/*`, `db_password.txt`, `*.key`) or a line
///   that speaks of a secret.
public struct FileProbe: ProbeKind {
    /// What the kind declares of itself.
    public let schema = ProbeSchema(
        kind: "file",
        abstract: "Looks at a file or folder, on this machine or in a container.",
        subject: .init("PATH", "the path, relative to the working directory"),
        options: [
            .init("in", .text, "the compose service in whose container the path is"),
            .init(
                "pattern", .pattern, staysInside: true,
                "what match and same-match look for, in each line"),
        ],
        observables: [
            .init("exists", .boolean, "whether anything stands there, links followed"),
            .init("kind", .text, "file, directory or other"),
            .init("size", .bytes, "the size of a file"),
            .init("mode", .text, isConfiguration: true, "the permissions in octal, 0644"),
            .init("readable", .boolean, "whether this user, or the container's, may read it"),
            .init("writable", .boolean, "whether this user, or the container's, may write to it"),
            .init("owner", .text, isConfiguration: true, "the user it belongs to, by name or id"),
            .init("age", .duration, "the time since its content changed"),
            .init("contains", .text, isConfiguration: true, "a text, or with ~ a pattern, in it"),
            .init("match", .text, isConfiguration: true, "the first match of pattern="),
            .init(
                "same-match", .text, isConfiguration: true,
                "a file in which pattern= matches the same texts"),
            .init("same-as", .text, isConfiguration: true, "a file with the same bytes"),
            .init(
                "covers", .text, isConfiguration: true,
                "a dotenv file all of whose variables are in this one too"),
        ],
        defaultConditions: ["exists=true"],
        examples: [
            "file .env covers=.env.example # a variable of the template is missing",
            "file /data in=portal writable=true # the portal can't write to its volume",
            "file /app/config.yml in=portal same-as=config.yml # the container has an old file",
            "file backups/latest.dump age<26h size>1MB # last night's backup failed",
        ])

    /// Makes the kind.
    public init() {}

    /// The service, else the configuration where a line is about what stands in the file.
    public func component(of request: ProbeRequest) -> String {
        if let service = request.option("in") { return service }
        let isContent = request.expectations.contains {
            FileReadings.contentKeys.contains($0.key)
        }
        return isContent ? "configuration" : "files"
    }

    /// A path must be there and need no shell.
    public func mistake(in subject: String) -> String? { PathSubject.mistake(in: subject) }

    /// A match needs a pattern, which is for nothing else; a text in a file has no order.
    public func mistakes(
        in line: ProbeLine, knowing knowledge: RunbookKnowledge?
    ) -> [String] {
        let keys = Set(line.conditions.map(\.key))
        let matching = ["match", "same-match"].filter(keys.contains)
        if let key = matching.first, !keys.contains("pattern") {
            return ["'\(key)' needs pattern= to say what is looked for"]
        }
        if matching.isEmpty, keys.contains("pattern") {
            return ["pattern= is for match and same-match, which the line does not state"]
        }
        let comparing = ["contains", "same-match", "same-as", "covers"]
        let unfit = line.conditions.first { condition in
            comparing.contains(condition.key)
                && (condition.comparison.isOrdering
                    || condition.key != "contains" && condition.comparison.isPattern)
        }
        return unfit.map { ["'\($0.key)' can't be compared with '\($0.comparison.rawValue)'"] }
            ?? line.conditions.filter { comparing.contains($0.key) && $0.value.isEmpty }
            .map { "'\($0.key)' is empty" }
    }

    /// What stands in files is looked at below the working directory only, and in containers not
    /// where the kernel tells of processes.
    public func breach(by request: ProbeRequest, in context: ProbeContext) async -> Breach? {
        let content = request.expectations.filter { FileReadings.contentKeys.contains($0.key) }
        if content.isEmpty { return nil }
        let isInside = request.option("in") != nil
        let parts = request.subject.split(separator: "/").filter { $0 != "." }
        // A link may stand in front of `..`, and only the container knows where it leads.
        let isUnclear = parts.contains("..")
        if isInside, isUnclear || ReadableArea.isOfKernel("/" + parts.joined(separator: "/")) {
            return .reads(PlainText.line(of: request.subject, limit: PlainText.shownLine))
        }
        let others = content.filter { FileReadings.comparingKeys.contains($0.key) }.map(\.value)
        return await ReadableArea(in: context.world, within: request.timeout)
            .breach(byReading: (isInside ? [] : [request.subject]) + others)
    }

    /// Looks at the attributes, and at the content where a condition is about it.
    public func observe(_ request: ProbeRequest, in context: ProbeContext) async -> Observation {
        if let mistake = mistake(in: request.subject) {
            return Observation(.unknown(mistake), for: request)
        }
        let end = context.world.clock.uptime + request.timeout
        let target = Self.target(of: request, in: context)
        let attributes = await Self.result { () async throws(FileObstacle) in
            try await target.attributes()
        }
        let isContentWanted = request.expectations.contains {
            FileReadings.contentKeys.contains($0.key)
        }
        var content: Result<FileContent, FileObstacle>?
        if isContentWanted, case .success(let attributes) = attributes {
            content = await Self.content(of: target, attributes)
        }
        let file = FileReadings(
            target: target, attributes: attributes, content: content, context: context,
            request: request, end: end)
        var readings: [Expectation: Reading] = [:]
        for expectation in request.expectations {
            readings[expectation] = await file.reading(for: expectation)
        }
        return Observation(readings: readings)
    }

    private static func target(
        of request: ProbeRequest, in context: ProbeContext
    ) -> any FileTarget {
        guard let service = request.option("in") else {
            return MachineFile(request.subject, in: context.world, within: request.timeout)
        }
        return ContainerFile(
            request.subject,
            programs: ServicePrograms(of: service, context: context, within: request.timeout))
    }

    private static func content(
        of target: any FileTarget, _ attributes: FileAttributes
    ) async -> Result<FileContent, FileObstacle> {
        let failure = FileFailure.wrongKind(target.path, attributes.kind)
        guard attributes.kind == .file else { return .failure(.unfit(failure.summary)) }
        return await result { () async throws(FileObstacle) in try await target.content() }
    }

    private static func result<Value: Sendable>(
        of work: () async throws(FileObstacle) -> Value
    ) async -> Result<Value, FileObstacle> {
        do { return .success(try await work()) } catch { return .failure(error) }
    }
}
