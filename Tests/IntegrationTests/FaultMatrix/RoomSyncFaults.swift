extension Fault {
    /// What goes wrong with the room server.
    static let roomSync = roomSyncConnections + roomSyncRooms

    /// Why clients cannot connect.
    private static let roomSyncConnections: [Fault] = [
        Fault(
            stack: .roomSync, name: "server stopped behind its proxy",
            entry: "room-sync/cannot-connect", component: "server", step: 1,
            downstream: ["capacity", "metrics", "websocket"],
            breakStack: { try await $0.compose("stop", "room-sync") }),
        Fault(
            stack: .roomSync, name: "the proxy passes no upgrade",
            entry: "room-sync/cannot-connect", component: "websocket", step: 2,
            breakStack: { try await $0.set("PROXY_UPGRADE", "off") }),
        Fault(
            stack: .roomSync, name: "certificate expired", entry: "room-sync/cannot-connect",
            component: "certificate", step: 2,
            breakStack: { try await $0.certify("localhost", days: -1) }),
        Fault(
            stack: .roomSync, name: "certificate for another host",
            entry: "room-sync/cannot-connect", component: "certificate", step: 2,
            breakStack: { try await $0.certify("other.example", days: 1) }),
        Fault(
            stack: .roomSync, name: "token expired", entry: "room-sync/cannot-connect",
            component: "token", step: 2, downstream: ["websocket"],
            arguments: roomToken(StackTemplate.roomToken(lifetime: -60)), breakStack: { _ in }),
        Fault(
            stack: .roomSync, name: "token for another room", entry: "room-sync/cannot-connect",
            component: "websocket", step: 2,
            arguments: roomToken(StackTemplate.roomToken(for: "other")), breakStack: { _ in }),
        Fault(
            stack: .roomSync, name: "server overloaded", entry: "room-sync/cannot-connect",
            component: "websocket", step: 2,
            breakStack: { try await $0.execute("room-sync", "touch", "/tmp/overloaded") }),
        Fault(
            stack: .roomSync, name: "clients run into the rate limit",
            entry: "room-sync/cannot-connect", component: "rate-limit",
            breakStack: { stack in
                try await stack.log(
                    "closing connection code=4008 reason=rate limit exceeded", in: "room-sync",
                    times: 20)
            }),
        Fault(
            stack: .roomSync, name: "clients do not begin with hello",
            entry: "room-sync/cannot-connect", component: "handshake",
            breakStack: { try await $0.log("expected hello", in: "room-sync", times: 30) }),
    ]

    /// What goes wrong once they are connected.
    private static let roomSyncRooms: [Fault] = [
        Fault(
            stack: .roomSync, name: "a peer sends malformed packs",
            entry: "room-sync/no-convergence", component: "packs", step: 3,
            breakStack: { try await $0.log("dropping pack: bad base64 at 17", in: "room-sync") }),
        Fault(
            stack: .roomSync, name: "peers are dropped again and again",
            entry: "room-sync/no-convergence", component: "resync", step: 3,
            breakStack: { stack in
                try await stack.log(
                    "disconnect peer=7 reason=resync-required", in: "room-sync", times: 10)
            }),
        Fault(
            stack: .roomSync, name: "blob store not writable, and uploads are rejected with it",
            entry: "room-sync/blob-failures", component: "blob-storage", step: 4,
            downstream: ["blobs"],
            breakStack: { stack in
                try await stack.compose(
                    "exec", "-T", "-u", "0", "room-sync", "chown", "0", "/blobs")
                try await stack.log(rejectedUpload, in: "room-sync")
            }),
        Fault(
            stack: .roomSync, name: "blob store full", entry: "room-sync/blob-failures",
            component: "blob-storage", step: 4,
            breakStack: { stack in
                try await stack.execute(
                    "room-sync", "dd", "if=/dev/zero", "of=/blobs/large", "bs=1k", "count=2040")
            }),
        Fault(
            stack: .roomSync, name: "the operator's token lacks the command's scope",
            entry: "room-sync/commands-rejected", component: "operator-token", step: 5,
            arguments: [
                "--set", "family=archive",
                "--set", "OPERATOR_TOKEN=" + StackTemplate.operatorToken(scope: "query tick"),
            ], breakStack: { _ in }),
        Fault(
            stack: .roomSync, name: "commands are rejected for want of their preconditions",
            entry: "room-sync/commands-rejected", component: "control-plane", step: 5,
            breakStack: { stack in
                try await stack.log(
                    "command query.run reject: precondition: query spec not found",
                    in: "room-sync", times: 5)
            }),
        Fault(
            stack: .roomSync, name: "token expired, and uploads are rejected",
            entry: "room-sync/cannot-connect", component: "token", step: 2,
            downstream: ["websocket"], also: ["room-sync/blob-failures"],
            arguments: roomToken(StackTemplate.roomToken(lifetime: -60)),
            breakStack: { try await $0.log(rejectedUpload, in: "room-sync") }),
    ]

    private static let rejectedUpload = "upload-rejected hash mismatch blob=9f2c"

    /// The words that give triage another client's token.
    private static func roomToken(_ token: String) -> [String] {
        ["--set", "ROOM_TOKEN=" + token, "--set", "HELLO=" + StackTemplate.hello(token)]
    }
}
