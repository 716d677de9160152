import Catalog
import Machine
import Probes
import Redaction
import Testing
import Triage

@Suite struct SystemDetectionTests {
    private func runbook(_ system: String, _ detections: [Detection]) -> Runbook {
        var runbook = Runbook(file: "\(system).md", system: system, title: system)
        runbook.detections = detections
        return runbook
    }

    private func present(
        _ runbooks: [Runbook], files: [String: FakeFileSystem.Node] = [:],
        environment: [String: String] = [:]
    ) async -> [String] {
        let world = World.fake(files: FakeFileSystem(files), environment: environment)
        return await SystemDetection(
            context: ProbeContext(world: world, redactor: Redactor()),
            variables: VariableScope(environment: environment)
        ).present(among: runbooks).map(\.system)
    }

    private var shipped: [Runbook] {
        [
            runbook("voxbento", [.service("mediamtx"), .file("portal/booth_state.py")]),
            runbook("room-sync", [.environment("ROOM_SYNC_URL")]), runbook("general", []),
        ]
    }

    @Test("any one sign is enough")
    func signs() async {
        #expect(
            await present(shipped, files: ["/srv/portal/booth_state.py": ""]) == ["voxbento"])
        #expect(await present(shipped, environment: ["ROOM_SYNC_URL": "x"]) == ["room-sync"])
    }

    @Test("a service of the compose file is a sign, and compose need not be asked")
    func service() async {
        let compose: FakeFileSystem.Node = "services:\n  mediamtx:\n    image: x\n"
        #expect(await present(shipped, files: ["/srv/compose.yaml": compose]) == ["voxbento"])
    }

    @Test("several systems may be here")
    func several() async {
        let found = await present(
            shipped, files: ["/srv/portal/booth_state.py": ""], environment: ["ROOM_SYNC_URL": "x"])
        #expect(found == ["voxbento", "room-sync"])
    }

    @Test("where none is found, general is taken, or whatever names no sign")
    func fallback() async {
        #expect(await present(shipped) == ["general"])
        #expect(
            await present([runbook("x", [.file("x")]), runbook("mine", [])]) == ["mine"])
    }
}
