import Foundation
import Testing

extension EngineTests {
    @Suite struct SymptomCheckTests {
        private struct Document: Decodable {
            struct Match: Decodable {
                var id: String
                var status: String
            }
            var matches: [Match]
        }

        @Test("an entry that a probe confirms is lifted to the top, the others are ruled out")
        func lifted() async throws {
            try await ComposeStack.run { stack in
                let query = "interpreter cannot go live and the listener hears nothing"
                func matches(_ flags: String...) async throws -> [Document.Match] {
                    let result = try await stack.diagnose(
                        ["symptom", query, "--output", "json"] + flags)
                    return try JSONDecoder().decode(
                        Document.self, from: Data(result.standardOutput)
                    ).matches
                }
                #expect(try await matches().allSatisfy { $0.status == "untested" })

                try await stack.patchMediaServer(
                    "/v3/config/paths/patch/conference/fr", #"{"alwaysAvailable":false}"#)
                let broken = try await matches("--check")
                #expect(broken.first?.id == "voxbento/ic-02")
                #expect(broken.first?.status == "confirmed")
                #expect(broken.contains { $0.id == "voxbento/ic-01" && $0.status == "ruled out" })

                try await stack.patchMediaServer(
                    "/v3/config/paths/patch/conference/fr", #"{"alwaysAvailable":true}"#)
                try await stack.set("MEDIAMTX_WHIP_BASE", "https://mediamtx:8889")
                let other = try await matches("--check")
                #expect(other.first?.id == "voxbento/ic-01")
                #expect(other.first?.status == "confirmed")
            }
        }
    }
}
