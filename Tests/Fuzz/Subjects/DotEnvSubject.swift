import Machine

/// A dotenv file, and a template beside it.
struct DotEnvSubject: FuzzSubject {
    let name = "dotenv"
    let longestInput = 1024

    func read(_ bytes: [UInt8]) async throws(BrokenPromise) {
        let pieces = Pieces(bytes)
        let world = World.fake(
            files: FakeFileSystem([
                "/srv/.env": .bytes(pieces[0]), "/srv/.env.example": .bytes(pieces[1]),
            ]))
        try await ProbeLook.look(
            """
            env A file=.env host!=internal scheme=https port=80 length>3
            env B one-of=a,b same-in=.env.example listed-in=.env.example matches=^a
            file .env covers=.env.example
            """, in: world)
    }
}
