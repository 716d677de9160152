import Machine
import Probes

/// A Linux machine by what its `/proc` and its docker say of ports.
enum FakeMachine {
    /// Tables as the kernel prints them: 8000 on 127.0.0.1 and ::, 8001 on 0.0.0.0, 8002 on
    /// 192.168.1.5, 8006 on ::1, all listening, and a connection from 8003.
    private static let tables: [String: FakeFileSystem.Node] = [
        "/proc/net/tcp": .text(
            """
              sl  local_address rem_address   st tx_queue rx_queue tr tm->when retrnsmt   uid  timeout inode
               0: 0100007F:1F40 00000000:0000 0A 00000000:00000000 00:00000000 00000000  1000        0 501 1 00000000511acb1e 100 0 0 10 0
               1: 00000000:1F41 00000000:0000 0A 00000000:00000000 00:00000000 00000000     0        0 502 1 00000000511acb1e 100 0 0 10 0
               2: 0501A8C0:1F42 00000000:0000 0A 00000000:00000000 00:00000000 00000000     0        0 503 1 00000000511acb1e 100 0 0 10 0
               3: 0100007F:1F43 0100007F:0050 01 00000000:00000000 00:00000000 00000000     0        0 504 1 00000000511acb1e 100 0 0 10 0
              garbage
               4: XYZ:1F41 :

            """),
        "/proc/net/tcp6": .text(
            """
              sl  local_address                         remote_address                        st tx_queue rx_queue tr tm->when retrnsmt   uid  timeout inode
               0: 00000000000000000000000000000000:1F40 00000000000000000000000000000000:0000 0A 00000000:00000000 00:00000000 00000000     0        0 505 1 00000000e131a4ed 100 0 0 10 0
               1: 00000000000000000000000001000000:1F46 00000000000000000000000000000000:0000 0A 00000000:00000000 00:00000000 00000000     0        0 507 1 00000000e131a4ed 100 0 0 10 0

            """),
        "/proc/net/udp": .text(
            """
               sl  local_address rem_address   st tx_queue rx_queue tr tm->when retrnsmt   uid  timeout inode ref pointer drops
              281: 00000000:CB20 00000000:0000 07 00000000:00000000 00:00000000 00000000     0        0 506 2 000000003688ef43 0

            """),
    ]

    /// A process with the sockets.
    static func process(
        _ id: Int, _ name: String, sockets: [Int], command: [String] = [], cgroup: String = "0::/"
    ) -> [String: FakeFileSystem.Node] {
        var files: [String: FakeFileSystem.Node] = [
            "/proc/\(id)/comm": .text(name + "\n"), "/proc/\(id)/cgroup": .text(cgroup),
            "/proc/\(id)/cmdline": .text(command.map { $0 + "\0" }.joined()),
            "/proc/\(id)/cwd": .link("/srv/sister"), "/proc/\(id)/fd/0": .link("/dev/null"),
            "/proc/\(id)/fd/1": .link("pipe:[501]"),
        ]
        for (place, socket) in sockets.enumerated() {
            files["/proc/\(id)/fd/\(place + 3)"] = .link("socket:[\(socket)]")
        }
        return files
    }

    /// The id of the container in the machine's own network.
    static let hostID = String(repeating: "ab12", count: 16)
    private static let proxyID = String(repeating: "cd34", count: 16)

    /// Containers as `docker ps --format '{{json .}}'` prints them.
    private static let containers = """
        {"ID":"\(proxyID)","Names":"sister-db-1","Image":"postgres:16","State":"running",\
        "Labels":"com.docker.compose.project=sister,com.docker.compose.service=db,a=b,c,\
        com.docker.compose.project.working_dir=/srv/sister",\
        "Ports":"0.0.0.0:8001-8005->5432-5436/tcp, [::]:8001-8005->5432-5436/tcp, 9/tcp"}
        {"ID":"\(hostID)","Names":"livekit","Image":"livekit:1","Ports":"",\
        "Labels":"com.docker.compose.project=stage,com.docker.compose.service=livekit"}
        {"ID":"1","Names":"lonely","Image":"i","Labels":"","Ports":"127.0.0.1:53000->53/udp"}

        """

    /// What docker and compose say on it.
    static let docker = [
        "docker ps --no-trunc --format": FakeCommandRunner.Answer.output(containers),
        "docker compose config": .output("{\"name\":\"stage\",\"services\":{}}"),
    ]

    /// A check on the machine with these processes and programs.
    static func check(
        _ processes: [String: FakeFileSystem.Node] = [:],
        commands: [String: FakeCommandRunner.Answer] = [:],
        environment: [String: String] = [:]
    ) -> LineCheck {
        let files = tables.merging(processes) { _, new in new }
            .merging(["/srv/compose.yaml": ""]) { _, new in new }
        return LineCheck(
            .fake(
                commands: FakeCommandRunner(commands), files: FakeFileSystem(files),
                environment: environment))
    }
}
