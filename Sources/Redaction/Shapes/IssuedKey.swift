/// Finds keys by the prefix with which their issuers mark them.
///
/// The prefixes are those that GitHub's and GitLab's secret scanning, AWS, Stripe, Clerk, Slack,
/// Google, OpenAI, Hugging Face and SendGrid document for their keys.
enum IssuedKey {
    /// The places of the keys.
    static func ranges(in bytes: [UInt8]) -> [Range<Int>] {
        var found: [Range<Int>] = []
        var place = 0
        while place < bytes.count {
            let end = bytes.end(from: place) {
                $0.isLetter || $0.isDigit || "_-.".utf8.contains($0)
            }
            let word = bytes[place..<end]
            if word.count >= shortest, prefixes.contains(where: { word.starts(with: $0.utf8) }) {
                found.append(place..<end)
            }
            place = max(end, place) + 1
        }
        return found
    }

    private static let shortest = 20
    private static let prefixes = [
        "AKIA", "ASIA", "ghp_", "gho_", "ghu_", "ghs_", "ghr_", "github_pat_", "glpat-", "sk_live_",
        "sk_test_", "rk_live_", "rk_test_", "whsec_", "xoxb-", "xoxp-", "xoxa-", "xoxs-", "xapp-",
        "AIza", "sk-", "hf_", "SG.",
    ]
}
