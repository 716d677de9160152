/// What MediaMTX tells of one path.
struct MediaMTXPath: Sendable {
    /// The path's name.
    var name: String
    /// Its state, the schema `Path`; `nil` where it was not asked or there is none.
    var state: JSONValue?
    /// Its settings, the schema `PathConf`; `nil` where they were not asked or there are none.
    var configuration: JSONValue?
    /// The settings that hold where its own say nothing.
    var defaults: JSONValue?

    /// The observables that are read from the state.
    static let ofState: Set<String> = [
        "available", "online", "ready", "publishers", "readers", "tracks", "paths",
    ]
    /// The observables that are read from the settings.
    static let ofConfiguration: Set<String> = ["alwaysAvailable"]

    /// The reading of an observable.
    func reading(for key: String) -> Reading {
        switch key {
        case "alwaysAvailable": return alwaysAvailable
        case "source": return source
        default: break
        }
        guard let state else { return .missing("path \(name) does not exist") }
        switch key {
        // `ready` is what versions before 1.15 have in place of the other two.
        case "available": return truth(state["available"] ?? state["ready"])
        case "online": return truth(state["online"] ?? state["ready"])
        case "ready": return truth(state["ready"] ?? state["available"])
        case "publishers": return .value(ObservedValue(state["source"]?.object == nil ? 0 : 1))
        case "readers": return count(state["readers"])
        default: return count(state["tracks2"] ?? state["tracks"])
        }
    }

    private var alwaysAvailable: Reading {
        guard let configuration else { return .missing("path \(name) does not exist") }
        guard let own = configuration["alwaysAvailable"]?.bool ?? defaults?["alwaysAvailable"]?.bool
        else { return .missing("this MediaMTX has no alwaysAvailable") }
        return .value(ObservedValue(own))
    }

    /// Where the path is configured to get its stream from, and what it gets it from now.
    private var source: Reading {
        let current = state?["source"]?["type"]?.string
        guard let configured = configuration?["source"]?.string ?? current else {
            let isThere = state != nil || configuration != nil
            return .missing(isThere ? "path \(name) has no source" : "path \(name) does not exist")
        }
        let now = current.map { $0 == configured ? "" : " (now \($0))" } ?? ""
        return .value(
            ObservedValue(
                configured, labels: [current].compactMap { $0 }, display: configured + now))
    }

    private func truth(_ value: JSONValue?) -> Reading {
        guard let truth = value?.bool else { return .missing("path \(name) does not say") }
        return .value(ObservedValue(truth))
    }

    private func count(_ value: JSONValue?) -> Reading {
        .value(ObservedValue(value?.array?.count ?? 0))
    }
}
