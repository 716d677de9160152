import Machine

/// Alembic's settings, two revision scripts and what `alembic current` prints.
struct AlembicSubject: FuzzSubject {
    let name = "alembic"

    func read(_ bytes: [UInt8]) async throws(BrokenPromise) {
        let pieces = Pieces(bytes)
        let commands = FakeCommandRunner(["alembic": .output(pieces.text(3))])
        let world = World.fake(
            commands: commands,
            files: FakeFileSystem([
                "/srv/alembic.ini": .text("[alembic]\nscript_location = m\n" + pieces.text(0)),
                "/srv/m/versions/1.py": .bytes(pieces[1]),
                "/srv/m/versions/2.py": .bytes(pieces[2]),
                "/srv/p/pyproject.toml": .bytes(pieces[0]),
                "/srv/p/m/versions/1.py": .bytes(pieces[1]),
            ]))
        try await ProbeLook.look(
            "alembic . heads=1 current=head\nalembic p heads=1 current=head", in: world)
    }
}
