import Foundation
import Machine
import Probes

/// A compose project whose containers a test describes; the fakes print what the programs would.
struct ComposeStack {
    /// One container in a few words.
    struct Container {
        var service: String
        var state = "running"
        var status = "Up 3 minutes"
        var health = ""
        var exitCode = 0
        var restarts = 0
        var error = ""
        var isOutOfMemory = false
        var healthOutput = ""
        /// How long ago it started and ended, in seconds.
        var started: Double? = 180
        var finished: Double?
        var number = 1
        var isOneOff = false

        var name: String { "stage-\(service)-\(number)" }
        var id: String {
            String(repeating: String(service.utf8.count % 10), count: 10)
                + String(service.utf8.first ?? 0) + "\(number)"
        }
    }

    static let now = Date(timeIntervalSince1970: 1_767_225_600)

    let commands: FakeCommandRunner
    let world: World

    init(_ containers: [Container], configuration: String = Self.configuration) {
        commands = FakeCommandRunner([
            "docker compose config --format json": .output(configuration),
            "docker compose ps --all --format json": .output(
                containers.map(Self.listed).joined(separator: "\n") + "\n"),
            "docker inspect": .output(
                "[" + containers.map(Self.inspected).joined(separator: ",") + "]"),
            "docker compose logs": .output("line one\nline two\n"),
        ])
        world = .fake(
            commands: commands, files: FakeFileSystem(["/srv/compose.yaml": "services: {}"]),
            clock: FakeClock(now: Self.now), workingDirectory: "/srv")
    }

    /// The world with a clock that stands still, for looks that would be out of time at once.
    var patientWorld: World {
        var world = world
        world.clock = FakeClock(now: Self.now, advancesItself: false)
        return world
    }

    /// A portal that needs a healthy database and MediaMTX, and a migration that must complete.
    static let configuration = """
        {"name":"stage","services":{
          "portal":{"image":"portal:1","healthcheck":{"test":["CMD","true"]},
            "environment":{"PRICE":"5$$","SHELL_ONLY":null},
            "depends_on":{"database":{"condition":"service_healthy","required":true},
              "mediamtx":{"condition":"service_started"},
              "migrate":{"condition":"service_completed_successfully"}},
            "ports":[{"mode":"ingress","target":8000,"published":"8000","protocol":"tcp"},
              {"target":77,"protocol":"tcp"}]},
          "mediamtx":{"image":"mediamtx:1","ports":[{"target":9997,"published":9997}]},
          "database":{"image":"postgres:16","healthcheck":{"test":["CMD","pg_isready"]}},
          "migrate":{"image":"portal:1","depends_on":["database"]}}}
        """

    /// One object of `docker compose ps --format json`, as version 2.21 and later print it.
    static func listed(_ container: Container) -> String {
        """
        {"Command":"\\"serve\\"","ExitCode":\(container.state == "exited" ? container.exitCode : 0),\
        "Health":"\(container.health)","ID":"\(container.id)","Image":"\(container.service):1",\
        "Labels":"com.docker.compose.oneoff=\(container.isOneOff ? "True" : "False"),a=b,c",\
        "Name":"\(container.name)","Project":"stage","Publishers":[],\
        "Service":"\(container.service)","State":"\(container.state)",\
        "Status":"\(container.status)"}
        """
    }

    /// What `docker inspect` prints of it.
    static func inspected(_ container: Container) -> String {
        """
        {"Id":"\(container.id)ffffffff","RestartCount":\(container.restarts),"State":{\
        "Status":"\(container.state)","ExitCode":\(container.exitCode),\
        "OOMKilled":\(container.isOutOfMemory),"Error":"\(container.error)",\
        "StartedAt":"\(time(container.started))","FinishedAt":"\(time(container.finished))",\
        "Health":{"Log":[{"Output":"older"},{"Output":"\(container.healthOutput)"}]}}}
        """
    }

    private static func time(_ ago: Double?) -> String {
        guard let ago else { return "0001-01-01T00:00:00Z" }
        return now.addingTimeInterval(-ago).formatted(.iso8601).replacing("Z", with: ".000000001Z")
    }

    static let database = Container(
        service: "database", status: "Up 3 minutes (healthy)", health: "healthy")
    static let mediamtx = Container(service: "mediamtx")
    static let portal = Container(
        service: "portal", status: "Up 3 minutes (healthy)", health: "healthy")
    static let migrated = Container(
        service: "migrate", state: "exited", status: "Exited (0) 3 minutes ago", finished: 170)
}
