import Machine
import Testing

@testable import Probes

@Suite struct ComposeProjectTests {
    private static let stack = [ComposeStack.database, ComposeStack.mediamtx, ComposeStack.portal]

    @Test("each thing is asked once, however many ask at the same time")
    func once() async throws {
        let stack = ComposeStack(Self.stack)
        let project = ComposeProject(world: stack.world)
        await withTaskGroup(of: Void.self) { group in
            for _ in 0..<20 {
                group.addTask { _ = try? await project.configuration() }
                group.addTask { _ = try? await project.details() }
                group.addTask { _ = await project.serviceNames() }
                group.addTask { _ = try? await project.logs(of: "portal", tail: 5) }
            }
        }
        #expect(
            Set(stack.commands.commands.map { $0.arguments.prefix(2).joined(separator: " ") })
                == ["compose config", "compose ps", "inspect --type", "compose logs"])
        #expect(stack.commands.commands.count == 4)
        #expect(stack.commands.commands.allSatisfy { $0.directory == "/srv" })
    }

    @Test("the configuration tells names, dependencies, ports and environment")
    func configuration() async throws {
        let project = ComposeProject(world: ComposeStack(Self.stack).world)
        let configuration = try await project.configuration()
        #expect(configuration.name == "stage")
        #expect(configuration.startOrder == ["database", "mediamtx", "migrate", "portal"])
        #expect(configuration.services["portal"]?.environment["PRICE"] == "5$")
        #expect(configuration.services["portal"]?.environment["SHELL_ONLY"] == .some(nil))
        #expect(
            await project.dependencies() == [
                "portal": ["database", "mediamtx", "migrate"], "mediamtx": [], "database": [],
                "migrate": ["database"],
            ])
        #expect(await project.service(publishing: 8000) == "portal")
        #expect(await project.service(publishing: 9997) == "mediamtx")
        #expect(await project.service(publishing: 77) == nil)
    }

    @Test(
        "the project's folder is the nearest one with a compose file, or as COMPOSE_FILE says",
        arguments: [
            (["/srv/app/compose.yml"], [:], "/srv/app"),
            (["/srv/docker-compose.yml"], [:], "/srv"),
            (["/srv/app/docker-compose.yaml", "/srv/compose.yaml"], [:], "/srv/app"),
            (["/compose.yaml"], [:], "/"),
            (["/srv/compose.yaml"], ["COMPOSE_FILE": "x.yaml"], "/srv/app"),
            (["/srv/other.yaml"], [:], nil),
        ])
    func location(files: [String], environment: [String: String], folder: String?) async throws {
        let nodes = Dictionary(
            uniqueKeysWithValues: files.map { ($0, FakeFileSystem.Node.text("")) })
        let world = World.fake(
            files: FakeFileSystem(nodes), environment: environment, workingDirectory: "/srv/app")
        #expect(ComposeLocation.directory(in: world) == folder)
    }

    @Test("without a compose file nothing is run")
    func noProject() async throws {
        let commands = FakeCommandRunner()
        let project = ComposeProject(world: .fake(commands: commands, workingDirectory: "/srv"))
        await #expect(throws: ComposeFailure.noProject(searchedFrom: "/srv")) {
            try await project.containers()
        }
        #expect(await project.serviceNames() == [])
        #expect(await project.service(publishing: 80) == nil)
        #expect(commands.commands.isEmpty)
    }

    @Test(
        "a failing compose is told apart by what it prints",
        arguments: [
            (
                "Cannot connect to the Docker daemon at unix:///var/run/docker.sock. Is the docker daemon running?",
                "no Docker engine answers at unix:///var/run/docker.sock: run `docker info`"
            ),
            (
                "failed to connect to the docker API at tcp://127.0.0.1:1; check if the path is correct",
                "no Docker engine answers at tcp://127.0.0.1:1: run `docker info`"
            ),
            (
                "permission denied while trying to connect to the Docker daemon socket at unix:///var/run/docker.sock: Get x",
                "no Docker engine answers this user, who may not use unix:///var/run/docker.sock: run `docker info`"
            ),
            (
                "time=\"now\" level=warning msg=\"obsolete\"\nsomething odd\n",
                "docker compose could not tell: something odd"
            ),
            ("", "docker compose could not tell: it printed nothing"),
        ])
    func failures(text: String, summary: String) async throws {
        let stack = ComposeStack(Self.stack)
        stack.commands.set("docker compose ps --all --format json", to: .exit(1, error: text))
        let result = try await LineCheck(stack.world).result("compose portal")
        #expect(result.outcome == .unknown)
        #expect(result.observed == summary)
    }

    @Test("a file that compose rejects is named as the reason")
    func invalidFile() async throws {
        let stack = ComposeStack(Self.stack)
        stack.commands.set(
            "docker compose config --format json",
            to: .exit(1, error: "validating /srv/compose.yaml: services.a.imag false schema"))
        let result = try await LineCheck(stack.world).result("compose portal")
        #expect(result.outcome == .unknown)
        #expect(result.observed.hasPrefix("the compose file is invalid (validating"))
    }

    @Test("an engine that hangs is unknown, with how to see it")
    func timeout() async throws {
        let stack = ComposeStack(Self.stack)
        stack.commands.set(
            "docker compose ps --all --format json",
            to: .failure(.timedOut("docker", after: .seconds(8))))
        let result = try await LineCheck(stack.world).result("compose portal")
        #expect(
            result.observed
                == "docker did not finish within 8 s: run `docker info` to see whether the engine hangs"
        )
    }

    @Test("docker-compose is asked where docker has no compose plugin")
    func standalone() async throws {
        let stack = ComposeStack(Self.stack)
        let commands = FakeCommandRunner([
            "docker compose": .exit(
                125, error: "unknown flag: --all\n\nRun 'docker --help' for more information"),
            "docker-compose version --short": .output("2.20.1\n"),
            "docker-compose config --format json": .output(ComposeStack.configuration),
            "docker-compose ps --all --format json": .output(
                "[" + Self.stack.map(ComposeStack.listed).joined(separator: ",") + "]"),
        ])
        var world = stack.world
        world.commands = commands
        #expect(try await LineCheck(world).result("compose portal").outcome == .pass)
    }

    @Test("version 1 gives the names, and the engine its containers")
    func versionOne() async throws {
        let labels = "com.docker.compose.project=srv,com.docker.compose.service=portal"
        let commands = FakeCommandRunner([
            "docker compose": .exit(
                1, error: "docker: 'compose' is not a docker command.\nSee 'docker --help'"),
            "docker-compose version --short": .output("1.29.2\n"),
            "docker-compose config --services": .output("portal\ndatabase\n"),
            "docker ps --all --no-trunc --filter label=com.docker.compose.project=srv": .output(
                """
                {"ID":"ab12","Image":"p:1","Labels":"\(labels)","Names":"srv_portal_1",\
                "Ports":"0.0.0.0:8000->80/tcp, :::8000->80/tcp","State":"exited",\
                "Status":"Exited (3) 2 hours ago"}

                """),
            "docker inspect": .output("[]"),
            "docker-compose logs": .output("Attaching to srv_portal_1\nportal_1 | gone\n"),
        ])
        let world = World.fake(
            commands: commands, files: FakeFileSystem(["/srv/docker-compose.yml": ""]))
        let result = try await LineCheck(world).result("compose portal")
        #expect(result.observed == "ready exited (3)")
        #expect(result.evidence == ["portal_1 | gone"])
        #expect(
            try await LineCheck(world).result("compose database").observed == "ready not created")
        #expect(await ComposeProject(world: world).service(publishing: 8000) == "portal")
    }

    @Test("without any compose, services are unknown")
    func noTool() async throws {
        let world = World.fake(files: FakeFileSystem(["/srv/compose.yaml": ""]))
        let result = try await LineCheck(world).result("compose portal")
        #expect(result.outcome == .unknown)
        #expect(result.observed == ComposeFailure.noComposeTool.summary)
    }

    @Test(
        "a program in a container is run, or why it can't be is told",
        arguments: [
            (Int32(0), "", nil), (4, "x: not found", nil),
            (1, "service \"portal\" is not running", "is not running"),
            (
                1, "Error response from daemon: Container 83f1 is restarting, wait until",
                "is restarting"
            ),
            (1, "Error response from daemon: Container 83f1 is paused, unpause", "is paused"),
        ])
    func execute(exitCode: Int32, error: String, state: String?) async throws {
        let stack = ComposeStack(Self.stack)
        stack.commands.set(
            "docker compose exec -T portal env -0",
            to: .output("A=b", error: error, exitCode: exitCode))
        let project = ComposeProject(world: stack.world)
        do throws(ComposeFailure) {
            let result = try await project.execute("portal", ["env", "-0"], timeout: .seconds(3))
            #expect(state == nil)
            #expect(result.exitCode == exitCode)
        } catch {
            #expect(error == .notRunning(service: "portal", state ?? "-"))
        }
    }

    @Test("one who stops waiting does not disturb the others")
    func cancellation() async throws {
        let stack = ComposeStack(Self.stack)
        stack.commands.set("docker compose config --format json", to: .hang)
        let project = ComposeProject(world: stack.world)
        let waiting = Task { await project.serviceNames() }
        waiting.cancel()
        #expect(await waiting.value == [])
        stack.commands.set(
            "docker compose config --format json", to: .output(ComposeStack.configuration))
        #expect(await project.serviceNames().count == 4)
    }
}
