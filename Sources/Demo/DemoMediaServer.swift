import Machine

/// What the demo's media server answers, after MediaMTX's control API (`/v3/paths`,
/// `/v3/config/paths`).
struct DemoMediaServer: Sendable {
    /// The path that lacks `alwaysAvailable`.
    var unavailablePath: String?

    private static let paths = ["summit/de", "summit/en", "summit/fr"]

    /// The reply to a request.
    @Sendable func reply(to request: LoopbackRequest) -> LoopbackReply {
        let path = String(request.path.prefix { $0 != "?" })
        switch path {
        case "/v3/info":
            return .json(200, #"{"version":"v1.15.0","started":"2026-01-01T00:00:00Z"}"#)
        case "/v3/paths/list": return list(Self.paths.map(state))
        case "/v3/config/paths/list": return list(Self.paths.map(configuration))
        default: break
        }
        for (prefix, describe) in [
            ("/v3/paths/get/", state), ("/v3/config/paths/get/", configuration),
        ] where path.hasPrefix(prefix) {
            let name = String(path.dropFirst(prefix.count))
            if Self.paths.contains(name) { return .json(200, describe(name)) }
        }
        return .json(404, #"{"status":"error","error":"path not found"}"#)
    }

    private func list(_ items: [String]) -> LoopbackReply {
        .json(
            200,
            #"{"pageCount":1,"itemCount":\#(items.count),"items":[\#(items.joined(separator: ","))]}"#
        )
    }

    /// The schema `Path`, as far as a probe looks.
    private func state(of name: String) -> String {
        let available = name != unavailablePath
        return """
            {"name":"\(name)","confName":"\(name)","source":null,"available":\(available),\
            "online":false,"ready":\(available),"tracks":[],"tracks2":[],"readers":[],\
            "inboundBytes":0,"outboundBytes":0}
            """
    }

    /// The schema `PathConf`, as far as a probe looks.
    private func configuration(of name: String) -> String {
        #"{"name":"\#(name)","source":"publisher","alwaysAvailable":\#(name != unavailablePath)}"#
    }
}

extension LoopbackReply {
    /// A JSON answer.
    static func json(_ status: Int, _ text: String) -> LoopbackReply {
        .response(
            status: status, fields: [HTTPField(name: "Content-Type", value: "application/json")],
            body: Array(text.utf8))
    }
}
