import Testing
import Triage

@testable import Report

@Suite struct ComponentMapTests {
    @Test(
        "each component stands as its lines and its needs say",
        arguments: [
            ("mediamtx", .root), ("worker", .broken), ("portal", .follows), ("booth", .follows),
            ("migrations", .unknown), ("database", .passes), ("spare", .unprobed),
        ] as [(String, ComponentMap.Standing)])
    func standing(name: String, expected: ComponentMap.Standing) throws {
        let map = ComponentMap(of: SampleVerdict.chain)
        let component = try #require(map.components.first { $0.name == name })
        #expect(component.standing == expected)
    }

    @Test("each is there once, first those that were asked, and needs each other once")
    func order() {
        let map = ComponentMap(of: SampleVerdict.chain)
        #expect(
            map.components.map(\.name) == [
                "mediamtx", "portal", "booth", "worker", "migrations", "database", "spare",
            ])
        #expect(map.components.first { $0.name == "portal" }?.needs == ["mediamtx", "database"])
        #expect(map.dependents["mediamtx"] == ["portal"])
    }

    @Test("every standing has words and a mark, so that colour tells nothing alone")
    func words() {
        let all = ComponentMap.Standing.allCases
        #expect(Set(all.map(\.words)).count == all.count)
        #expect(all.allSatisfy { !$0.mark.isEmpty })
    }
}
