import Machine
import Probes

/// What `docker compose config`, `ps`, `docker inspect` and `docker compose logs` print.
struct ComposeSubject: FuzzSubject {
    let name = "compose"

    func read(_ bytes: [UInt8]) async throws(BrokenPromise) {
        let pieces = Pieces(bytes)
        let commands = FakeCommandRunner([
            "docker compose config": .output(pieces.text(0)),
            "docker compose ps": .output(pieces.text(1)),
            "docker inspect": .output(pieces.text(2)),
            "docker compose logs": .output(pieces.text(3)),
            "docker": .exit(1, error: pieces.text(3)),
        ])
        let files = FakeFileSystem(["/srv/compose.yaml": .bytes(pieces[0])])
        try await ProbeLook.look(
            """
            compose portal ready=true health=healthy restarts<3 age>1s exit=0 image=a
            compose * state=running
            env A in=portal host!=internal
            """, in: .fake(commands: commands, files: files))
        _ = ComposeProject(world: .fake(files: files)).servicesAtAGlance()
    }
}
