/// Makes values that look like secrets and never were any, at run time, so that no scanner of
/// repositories takes the tests for a leak.
enum Made {
    static let letters = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
    static let alphanumeric = letters + "0123456789"
    static let capitals = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567"
    static let hex = "0123456789abcdef"
    static let safe = alphanumeric + "-_"
    static let base64 = alphanumeric + "+/"

    /// So many signs of an alphabet, always the same for a seed; a digit among them where the
    /// alphabet has digits.
    static func text(_ count: Int, of alphabet: String = alphanumeric, seed: Int = 1) -> String {
        let signs = Array(alphabet)
        var state = UInt64(truncatingIfNeeded: seed) &* 6_364_136_223_846_793_005 &+ 99
        var text = String(
            (0..<count).map { _ in
                state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
                return signs[Int(state >> 33) % signs.count]
            })
        if signs.contains("7"), count > 3 {
            text.replaceSubrange(text.startIndex...text.startIndex, with: "7")
            if signs.contains("Q") { text = "Qz" + text.dropFirst(2) + "" }
            text = String(text.dropLast()) + "7"
        }
        return text
    }

    /// A JSON Web Token.
    static func webToken(seed: Int = 1) -> String {
        "ey" + "J" + text(33, seed: seed) + "." + "ey" + "J" + text(40, seed: seed + 1) + "."
            + text(43, of: safe, seed: seed + 2)
    }

    /// A PEM block, its lines joined by a separator.
    static func block(_ label: String, separator: String = "\n", lines: Int = 4) -> String {
        let body = (0..<lines).map { text(64, of: base64, seed: $0 + 50) }
        return (["-----BEGIN \(label)-----"] + body + ["-----END \(label)-----"])
            .joined(separator: separator)
    }
}
