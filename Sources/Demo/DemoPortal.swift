/// What the demo's portal answers.
struct DemoPortal: Sendable {
    /// What is broken.
    var fault: DemoFault?
    /// Whether it can reach the media server.
    var reachesMediaServer: Bool

    /// The reply to a request.
    @Sendable func reply(to request: LoopbackRequest) -> LoopbackReply {
        if fault == .portalHangs { return .hang }
        guard request.path == "/healthz" else {
            return .json(404, #"{"error":"not found"}"#)
        }
        if fault == .portalUnhealthy {
            return .json(503, #"{"status":"error","error":"booth state is locked"}"#)
        }
        return .json(200, #"{"status":"ok","mediamtx_ok":\#(reachesMediaServer)}"#)
    }
}
