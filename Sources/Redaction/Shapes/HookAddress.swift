/// Finds the secret path of an address that lets whoever knows it post: Slack's, Discord's,
/// Microsoft Teams' and Telegram's.
enum HookAddress {
    /// The place of what follows the host and the public part of the path.
    static func range(behind host: Range<Int>, in bytes: [UInt8]) -> Range<Int>? {
        guard let path = secretStart(behind: host, in: bytes) else { return nil }
        let end = bytes.end(from: path, within: 512) {
            $0.isWordByte || $0 == UInt8(ascii: "/") || $0 == UInt8(ascii: ":")
                || $0 == UInt8(ascii: "@")
        }
        return end - path >= shortest ? path..<end : nil
    }

    private static func secretStart(behind host: Range<Int>, in bytes: [UInt8]) -> Int? {
        let path = host.upperBound
        if bytes.holds("hooks.slack.com", at: host.lowerBound) {
            return bytes.holds("/services/", at: path) ? path + 10 : nil
        }
        if bytes.holds("discord", at: host.lowerBound) {
            return bytes.holds("/api/webhooks/", at: path) ? path + 14 : nil
        }
        if bytes.holds("api.telegram.org", at: host.lowerBound) {
            return bytes.holds("/bot", at: path) ? path + 4 : nil
        }
        if bytes.holds("webhook.office.com", at: path - 18) {
            return bytes.holds("/webhookb2/", at: path) ? path + 11 : nil
        }
        return nil
    }

    private static let shortest = 20
}
