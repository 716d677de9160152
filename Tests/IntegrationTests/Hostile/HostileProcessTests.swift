import Testing

/// Programs that do their worst to the built executable, and people who end it meanwhile.
@Suite("Hostile processes", .serialized, .timeLimit(.minutes(5)))
struct HostileProcessTests {
    @Test("each has its outcome, in time, and no program is left")
    func all() async throws {
        try await HostileTally.check(HostileCase.processes, of: "processes")
    }
}
