import Catalog
import Machine
import Probes
import Testing

@Suite struct ComposeProbeTests {
    private typealias Container = ComposeStack.Container

    private static let exited = Container(
        service: "mediamtx", state: "exited", status: "Exited (137) 3 seconds ago", exitCode: 137,
        finished: 3)
    private static let looping = Container(
        service: "mediamtx", state: "restarting", status: "Restarting (1) 2 seconds ago",
        exitCode: 1, restarts: 5, started: 2, finished: 2)
    /// A crash loop seen in one of the moments when it runs.
    private static let loopingUp = Container(
        service: "mediamtx", status: "Up Less than a second", exitCode: 1, restarts: 5, started: 0)
    private static let blocked = Container(
        service: "mediamtx", state: "created", status: "Created",
        error: "driver failed programming external connectivity on endpoint stage-mediamtx-1 "
            + "(45671d46): Bind for 0.0.0.0:9997 failed: port is already allocated",
        started: nil)
    private static let unhealthy = Container(
        service: "portal", status: "Up 11 seconds (unhealthy)", health: "unhealthy",
        healthOutput: "wget: server returned error: HTTP/1.1 503\\n")
    private static let starting = Container(
        service: "portal", status: "Up 2 seconds (health: starting)", health: "starting", started: 2
    )

    private static func portalStack(_ container: Container) -> [Container] {
        [ComposeStack.database, ComposeStack.mediamtx, ComposeStack.migrated]
            .filter { $0.service != container.service } + [container]
    }

    private func result(
        _ line: String, _ containers: [Container]
    ) async throws -> ProbeResult {
        try await LineCheck(ComposeStack(containers).world).result(line)
    }

    @Test(
        "a service that is well passes",
        arguments: [
            "compose portal", "compose portal state=running health=healthy", "compose mediamtx",
            "compose mediamtx restarts<3 restarts=0", "compose portal age>=2m age<4m",
            "compose portal image=portal:1", "compose portal ready=true state!=exited",
            "compose *", "compose * restarts<3", "compose * health=healthy",
            "compose migrate exit=0", "compose migrate ready=true state=exited",
        ])
    func healthy(line: String) async throws {
        let result = try await result(
            line,
            [
                ComposeStack.database, ComposeStack.mediamtx, ComposeStack.migrated,
                ComposeStack.portal,
            ])
        #expect(result.outcome == .pass, "\(line): \(result.observed)")
        #expect(result.evidence == [])
    }

    @Test(
        "a service that is not well fails with its state",
        arguments: [
            ("compose mediamtx", exited, "ready exited (137) 3 s ago"),
            ("compose mediamtx state=running", exited, "state exited (137) 3 s ago"),
            ("compose mediamtx exit=0", exited, "exit 137"),
            ("compose mediamtx health=healthy", exited, "health exited (137) 3 s ago"),
            ("compose mediamtx age>1s", exited, "age exited (137) 3 s ago"),
            ("compose mediamtx", looping, "ready restarting, last exit code 1, 5 restarts"),
            (
                "compose mediamtx state=running", loopingUp,
                "state restarting, last exit code 1, 5 restarts"
            ),
            (
                "compose mediamtx restarts<3", loopingUp,
                "restarts 5, last exit code 1"
            ),
            (
                "compose mediamtx exit=0", looping,
                "exit 1, restarting"
            ),
            (
                "compose mediamtx", blocked,
                "ready created but not started: port 9997 is already allocated"
            ),
            ("compose portal", unhealthy, "ready running, unhealthy"),
            ("compose portal health=healthy", unhealthy, "health unhealthy"),
            ("compose mediamtx state=exited", ComposeStack.mediamtx, "state running"),
            ("compose mediamtx exit=0", ComposeStack.mediamtx, "exit running, not ended"),
        ])
    private func broken(line: String, container: Container, observed: String) async throws {
        let result = try await result(line, Self.portalStack(container))
        #expect(result.outcome == .fail)
        #expect(result.observed == observed)
        #expect(result.component == container.service)
        #expect(result.isMeasured)
    }

    @Test("a service whose memory ran out says so")
    func outOfMemory() async throws {
        var killed = Self.exited
        killed.isOutOfMemory = true
        let result = try await result("compose mediamtx", [killed])
        #expect(result.observed == "ready exited (137) 3 s ago, out of memory")
    }

    @Test("a service that was never created fails as such")
    func notCreated() async throws {
        let result = try await result(
            "compose mediamtx state=running restarts<3", [ComposeStack.portal])
        #expect(result.outcome == .fail)
        #expect(result.observed == "state not created, restarts not created")
    }

    @Test(
        "a service whose check has not passed yet is unknown, not failed",
        arguments: ["compose portal", "compose portal health=healthy", "compose *"])
    func stillStarting(line: String) async throws {
        let result = try await result(line, Self.portalStack(Self.starting))
        #expect(result.outcome == .unknown)
        #expect(result.observed.contains("still starting"))
    }

    @Test("a service without a health check is of unknown health")
    func noHealthCheck() async throws {
        let result = try await result("compose mediamtx health=healthy", [ComposeStack.mediamtx])
        #expect(result.outcome == .unknown)
        #expect(result.observed == "no health check is declared")
    }

    @Test("a one-shot service that ended with an error is not ready")
    func failedOneShot() async throws {
        var failed = ComposeStack.migrated
        (failed.exitCode, failed.status) = (3, "Exited (3) 3 minutes ago")
        let result = try await result("compose migrate", [failed])
        #expect(result.observed == "ready exited (3) 2 min ago")
    }

    @Test("a service that ended with 0 is not ready unless others wait for its end")
    func endedQuietly() async throws {
        var ended = Self.exited
        (ended.exitCode, ended.status) = (0, "Exited (0) 3 seconds ago")
        #expect(try await result("compose mediamtx", [ended]).outcome == .fail)
    }

    @Test("every failing service of * is a result of its own, what it needs first")
    func allServices() async throws {
        let stack = ComposeStack([Self.unhealthy, Self.looping, ComposeStack.migrated])
        let check = LineCheck(stack.world)
        let (probe, observation) = try await check.observation("compose *")
        let results = probe.results(
            of: observation, duration: .zero, redactor: check.context.redactor)
        #expect(results.map(\.component) == ["database", "mediamtx", "portal"])
        #expect(results.first?.observed == "ready database: not created")
        #expect(results.map(\.evidence.count) == [0, 2, 3])
        #expect(results[1].evidence == ["line one", "line two"])
        #expect(
            results.last?.evidence.first
                == "health check: wget: server returned error: HTTP/1.1 503")
    }

    @Test("containers of `docker compose run` and replicas are told apart")
    func replicas() async throws {
        var second = Self.exited
        second.number = 2
        var oneOff = Self.exited
        (oneOff.number, oneOff.isOneOff) = (3, true)
        let result = try await result("compose mediamtx", [ComposeStack.mediamtx, second, oneOff])
        #expect(result.observed == "ready stage-mediamtx-2: exited (137) 3 s ago")
        #expect(result.component == "mediamtx")
    }

    @Test("the log's last lines come along with a failure, escape sequences and secrets taken out")
    func evidence() async throws {
        let stack = ComposeStack([Self.exited])
        stack.commands.set(
            "docker compose logs",
            to: .output("\u{1B}[31mERR\u{1B}[0m listen \u{7}:8189\nurl http://u:hunter22@h/\n"))
        let result = try await LineCheck(stack.world).result("compose mediamtx")
        #expect(result.evidence.first == "ERR listen :8189")
        #expect(result.evidence.last?.contains("hunter22") == false)
    }

    @Test("a failure that keeps a container from starting is shown in full")
    func portConflict() async throws {
        let stack = ComposeStack([Self.blocked])
        let result = try await LineCheck(stack.world).result("compose mediamtx")
        #expect(result.evidence.first?.hasSuffix("port is already allocated") == true)
        #expect(!stack.commands.commands.contains { $0.arguments.contains("logs") })
    }

    @Test("a service that the file does not declare is unknown, with the nearest name")
    func undeclared() async throws {
        let result = try await result("compose portl", [])
        #expect(result.outcome == .unknown)
        #expect(
            result.observed == "the compose project has no service 'portl' (it has: database, "
                + "mediamtx, migrate, portal); did you mean 'portal'?")
    }

    @Test("services that are well cost one config and one ps")
    func cost() async throws {
        let stack = ComposeStack([ComposeStack.database, ComposeStack.mediamtx])
        let check = LineCheck(stack.world)
        _ = try await check.result("compose database")
        _ = try await check.result("compose mediamtx state=running")
        #expect(stack.commands.commands.count == 2)
        _ = try await check.result("compose mediamtx restarts<3")
        _ = try await check.result("compose database age>1s")
        #expect(stack.commands.commands.count == 3)
    }
}
