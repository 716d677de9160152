/// What was seen of the paths that a request is about.
struct MediaMTXLook: Sendable {
    /// The paths in order of their names; one that is not there is among them for an exact name.
    var paths: [MediaMTXPath] = []
    /// How many paths exist.
    var count = 0

    /// Which of the API's two halves a request needs.
    struct Needs {
        var state: Bool
        var configuration: Bool

        init(_ request: ProbeRequest) {
            let keys = Set(request.expectations.map(\.key))
            state = !keys.isDisjoint(with: MediaMTXPath.ofState.union(["source"]))
            configuration = !keys.isDisjoint(with: MediaMTXPath.ofConfiguration.union(["source"]))
        }

        /// Whether only an answer is wanted.
        var isNothing: Bool { !state && !configuration }
    }

    private typealias Problem = MediaMTXAPI.Problem

    /// Looks at one path by its name.
    static func exact(
        _ name: String, needs: Needs, api: MediaMTXAPI
    ) async -> Result<MediaMTXLook, MediaMTXAPI.Problem> {
        async let asked = needs.state ? optional(await api.path(name)) : .success(nil)
        async let settings =
            needs.configuration ? optional(await api.configuration(of: name)) : .success(nil)
        do {
            var path = MediaMTXPath(
                name: name, state: try await asked.get(), configuration: try await settings.get())
            if needs.configuration, path.configuration == nil {
                // The path may live by settings of another name, such as `all_others`.
                if !needs.state { path.state = try optional(await api.path(name)).get() }
                if let other = path.state?.configurationName, other != name {
                    path.configuration = try optional(await api.configuration(of: other)).get()
                }
            }
            var paths = [path]
            try await addDefaults(to: &paths, needs: needs, api: api)
            return .success(MediaMTXLook(paths: paths, count: path.state == nil ? 0 : 1))
        } catch let problem as MediaMTXAPI.Problem {
            return .failure(problem)
        } catch {
            return .failure(.broken("\(error)"))
        }
    }

    /// Looks at all paths that fit a pattern.
    static func all(
        matching pattern: PathPattern, needs: Needs, api: MediaMTXAPI
    ) async -> Result<MediaMTXLook, MediaMTXAPI.Problem> {
        async let listed =
            needs.state
            ? api.paths { item in
                name(of: item, fitting: pattern).map { ($0, MediaMTXPath.State(item)) }
            } : .success([])
        async let configured =
            needs.configuration
            ? api.configurations { item in
                name(of: item, fitting: pattern).map { ($0, MediaMTXPath.Configuration(item)) }
            } : .success([])
        do {
            let states = Dictionary(try await listed.get(), uniquingKeysWith: { first, _ in first })
            let settings = Dictionary(
                try await configured.get().filter { isOfOnePath($0.0) },
                uniquingKeysWith: { first, _ in first })
            let names = Set(states.keys).union(settings.keys).sorted()
            var paths = names.map {
                MediaMTXPath(name: $0, state: states[$0], configuration: settings[$0])
            }
            try await addDefaults(to: &paths, needs: needs, api: api)
            return .success(MediaMTXLook(paths: paths, count: states.count))
        } catch let problem as MediaMTXAPI.Problem {
            return .failure(problem)
        } catch {
            return .failure(.broken("\(error)"))
        }
    }

    /// Settings under these names or under a regular expression are no path of their own.
    private static func isOfOnePath(_ name: String) -> Bool {
        name != "all" && name != "all_others" && !name.hasPrefix("~")
    }

    private static func name(of item: JSONValue, fitting pattern: PathPattern) -> String? {
        item["name"].flatMap(MediaMTXPath.word).flatMap { pattern.matches($0) ? $0 : nil }
    }

    /// Asks for the default settings where a path's own leave something open.
    private static func addDefaults(
        to paths: inout [MediaMTXPath], needs: Needs, api: MediaMTXAPI
    ) async throws {
        let isOpen = paths.contains {
            $0.configuration != nil && $0.configuration?.alwaysAvailable == nil
        }
        guard needs.configuration, isOpen else { return }
        guard let defaults = try optional(await api.defaults()).get() else { return }
        for index in paths.indices { paths[index].defaults = defaults }
    }

    /// The answer, or `nil` where the API says that there is none.
    private static func optional<Part>(
        _ answer: Result<Part, MediaMTXAPI.Problem>
    ) -> Result<Part?, MediaMTXAPI.Problem> {
        if case .failure(.notFound) = answer { return .success(nil) }
        return answer.map { $0 }
    }
}
