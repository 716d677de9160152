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
                if let other = path.state?["confName"]?.string, other != name {
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
        async let listed = needs.state ? api.paths() : .success([])
        async let configured = needs.configuration ? api.configurations() : .success([])
        do {
            let states = named(try await listed.get(), matching: pattern)
            let settings = named(try await configured.get(), matching: pattern)
                .filter { isOfOnePath($0.key) }
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

    private static func named(
        _ items: [JSONValue], matching pattern: PathPattern
    ) -> [String: JSONValue] {
        let pairs = items.compactMap { item in item["name"]?.string.map { ($0, item) } }
            .filter { pattern.matches($0.0) }
        return Dictionary(pairs, uniquingKeysWith: { first, _ in first })
    }

    /// Asks for the default settings where a path's own leave something open.
    private static func addDefaults(
        to paths: inout [MediaMTXPath], needs: Needs, api: MediaMTXAPI
    ) async throws {
        let isOpen = paths.contains {
            $0.configuration != nil && $0.configuration?["alwaysAvailable"] == nil
        }
        guard needs.configuration, isOpen else { return }
        guard let defaults = try optional(await api.defaults()).get() else { return }
        for index in paths.indices { paths[index].defaults = defaults }
    }

    /// The answer, or `nil` where the API says that there is none.
    private static func optional(
        _ answer: Result<JSONValue, MediaMTXAPI.Problem>
    ) -> Result<JSONValue?, MediaMTXAPI.Problem> {
        if case .failure(.notFound) = answer { return .success(nil) }
        return answer.map { $0 }
    }
}
