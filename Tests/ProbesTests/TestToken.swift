import Foundation

/// Tokens that tests make, with a signature that nothing checks.
enum TestToken {
    /// A token of this header and these claims, both as JSON texts.
    static func signed(
        _ claims: String, header: String = #"{"alg":"HS256","typ":"JWT","kid":"k-1"}"#,
        signature: String = "bm90IGEgcmVhbCBzaWduYXR1cmUsIGJ1dCBhIGxvbmcgb25l"
    ) -> String {
        "\(encoded(header)).\(encoded(claims)).\(signature)"
    }

    /// A text in base64url.
    static func encoded(_ text: String) -> String { encoded(Array(text.utf8)) }

    /// Bytes in base64url.
    static func encoded(_ bytes: [UInt8]) -> String {
        String(
            Data(bytes).base64EncodedString().compactMap { character -> Character? in
                switch character {
                case "+": "-"
                case "/": "_"
                case "=": nil
                default: character
                }
            })
    }
}
