import Machine
import Testing

@testable import Evidence

@Suite struct IncidentPlaceTests {
    private let world = World.fake(
        files: FakeFileSystem([
            "/srv/incidents/b/manifest.json": "{}", "/srv/incidents/a.tar.gz": "",
            "/srv/incidents/c.tgz": "",
            "/srv/incidents/.git/config": "", "/srv/incidents/README.md": "",
        ]))

    @Test("bundles of a folder are found by name, with what is expected of them")
    func folder() throws {
        let places = try IncidentPlace.all(in: "incidents", world: world)
        #expect(places.map(\.name) == ["a", "b", "c"])
        #expect(places.map(\.bundle) == ["incidents/a.tar.gz", "incidents/b", "incidents/c.tgz"])
        #expect(
            places.map(\.expectation) == [
                "incidents/a.expected.json", "incidents/b/expected.json",
                "incidents/c.expected.json",
            ])
    }

    @Test("a bundle itself is one incident, a missing folder a failure")
    func single() throws {
        let places = try IncidentPlace.all(in: "incidents/b/", world: world)
        #expect(places.map(\.name) == ["b"])
        #expect(throws: FileFailure.self) { try IncidentPlace.all(in: "nowhere", world: world) }
    }
}
