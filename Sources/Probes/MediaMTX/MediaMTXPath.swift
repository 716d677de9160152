/// What MediaMTX tells of one path.
struct MediaMTXPath: Sendable {
    /// The path's name.
    var name: String
    /// Its state; `nil` where it was not asked or there is none.
    var state: State?
    /// Its settings; `nil` where they were not asked or there are none.
    var configuration: Configuration?
    /// The settings that hold where its own say nothing.
    var defaults: Configuration?

    /// What is kept of the schema `Path`.
    struct State: Sendable, Hashable {
        /// Whether a reader gets something, somebody sends, and what older versions have for both.
        let available, online, ready: Bool?
        /// What it gets its stream from now.
        let sourceType: String?
        /// Whether it gets one at all.
        let hasSource: Bool
        /// How many read from it.
        let readers: Int
        /// How many tracks its stream has.
        let tracks: Int
        /// The name of the settings that it lives by.
        let configurationName: String?

        /// Takes what is read out of the API's answer.
        init(_ document: JSONValue) {
            available = document["available"]?.bool
            online = document["online"]?.bool
            ready = document["ready"]?.bool
            sourceType = document["source"]?["type"].flatMap(MediaMTXPath.word)
            hasSource = document["source"]?.object != nil
            readers = document["readers"]?.array?.count ?? 0
            tracks = (document["tracks2"] ?? document["tracks"])?.array?.count ?? 0
            configurationName = document["confName"].flatMap(MediaMTXPath.word)
        }
    }

    /// What is kept of the schema `PathConf`.
    struct Configuration: Sendable, Hashable {
        /// Whether readers are served while nobody sends; `nil` where it does not say.
        let alwaysAvailable: Bool?
        /// Where the stream comes from; `nil` where it does not say.
        let source: String?

        /// Takes what is read out of the API's answer.
        init(_ document: JSONValue) {
            alwaysAvailable = document["alwaysAvailable"]?.bool
            source = document["source"].flatMap(MediaMTXPath.word)
        }
    }

    /// The most bytes of a name or address.
    private static let longestWord = 4096

    /// A name or address; `nil` where it is none, or too long for one.
    static func word(_ value: JSONValue) -> String? {
        value.string.flatMap { $0.utf8.count <= longestWord ? $0 : nil }
    }

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
        case "available": return truth(state.available ?? state.ready)
        case "online": return truth(state.online ?? state.ready)
        case "ready": return truth(state.ready ?? state.available)
        case "publishers": return .value(ObservedValue(state.hasSource ? 1 : 0))
        case "readers": return .value(ObservedValue(state.readers))
        default: return .value(ObservedValue(state.tracks))
        }
    }

    private var alwaysAvailable: Reading {
        guard let configuration else { return .missing("path \(name) does not exist") }
        guard let own = configuration.alwaysAvailable ?? defaults?.alwaysAvailable else {
            return .missing("this MediaMTX has no alwaysAvailable")
        }
        return .value(ObservedValue(own))
    }

    /// Where the path is configured to get its stream from, and what it gets it from now.
    private var source: Reading {
        let current = state?.sourceType
        guard let configured = configuration?.source ?? current else {
            let isThere = state != nil || configuration != nil
            return .missing(isThere ? "path \(name) has no source" : "path \(name) does not exist")
        }
        let now = current.map { $0 == configured ? "" : " (now \($0))" } ?? ""
        return .value(
            ObservedValue(
                configured, labels: [current].compactMap { $0 }, display: configured + now))
    }

    private func truth(_ truth: Bool?) -> Reading {
        guard let truth else { return .missing("path \(name) does not say") }
        return .value(ObservedValue(truth))
    }
}
