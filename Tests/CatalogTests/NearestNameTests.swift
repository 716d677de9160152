import Testing

@testable import Catalog

@Suite("Nearest names")
struct NearestNameTests {
    @Test(
        "a slip of the fingers finds the name that was meant",
        arguments: [
            ("voxbento/ic-2", "voxbento/ic-02"), ("IC-02", "voxbento/ic-02"),
            ("compsoe", "compose"), ("COMPOSE", "compose"), ("comp", "compose"),
            ("last_verifed", "last_verified"), ("alembik", "alembic"),
        ])
    func finds(name: String, expected: String) {
        let known = ["compose", "alembic", "last_verified", "voxbento/ic-02", "room-sync/x"]
        #expect(NearestName.nearest(to: name, in: known) == expected)
    }

    @Test(
        "a name that resembles nothing gets no suggestion", arguments: ["", "zzzz", "kubernetes"])
    func rejects(name: String) {
        #expect(NearestName.nearest(to: name, in: ["compose", "alembic", "http"]) == nil)
    }

    @Test("of two candidates the nearer one wins, and of equals the first")
    func prefersNearer() {
        #expect(NearestName.nearest(to: "htpp", in: ["https", "http"]) == "http")
        #expect(NearestName.nearest(to: "ab", in: ["ax", "ay"]) == "ax")
    }

    @Test(
        "of the ids of a system the one that is named exactly wins, then the nearer one",
        arguments: [
            ("ic-02", "voxbento/ic-02"), ("IC-12", "voxbento/ic-12"), ("ic-122", "voxbento/ic-12"),
            ("ic-0", "voxbento/ic-01"),
        ])
    func localIdentifiers(name: String, expected: String) {
        let known = ["voxbento/ic-01", "voxbento/ic-02", "voxbento/ic-12"]
        #expect(NearestName.nearest(to: name, in: known) == expected)
    }

    @Test("names of absurd length are not compared")
    func bounded() {
        let long = String(repeating: "a", count: 100_000)
        #expect(NearestName.nearest(to: long, in: [long + "b"]) == nil)
    }
}
