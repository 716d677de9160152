/// The ways in which a value is written where text is encoded.
struct ValueForms {
    /// One way to write the value.
    struct Form: Hashable {
        /// What stands in the text.
        var bytes: [UInt8]
        /// Whether the base64 sign in front of it holds some bits of the value too.
        var reachesBack = false
        /// Whether the base64 sign behind it does.
        var reachesOn = false
    }

    /// All ways, each once; where nothing needs encoding they are few.
    let all: Set<Form>

    init(of value: [UInt8]) {
        var forms: Set<Form> = [Form(bytes: value)]
        let text = value.text
        // Broken UTF-8 has no escaped forms.
        if Array(text.utf8) == value {
            for escaped in Self.quoted(text) { forms.insert(Form(bytes: Array(escaped.utf8))) }
        }
        for bytes in Self.percentEncoded(value) { forms.insert(Form(bytes: bytes)) }
        forms.formUnion(Base64Forms.forms(of: value))
        forms.formUnion(Self.lines(of: value).map { Form(bytes: $0) })
        all = forms.filter { $0.bytes.count >= SecretValue.shortest }
    }

    /// The long lines of a value such as a private key: a log may part them.
    private static func lines(of value: [UInt8]) -> [[UInt8]] {
        guard value.contains(0x0A) else { return [] }
        return value.split { $0 == 0x0A || $0 == 0x0D }
            .filter { $0.count >= longLine && !$0.starts(with: "-----".utf8) }.map(Array.init)
    }

    private static let longLine = 24
}

extension ValueForms {
    /// As URLs write it: each set of bytes that some encoder leaves as they are, with digits of
    /// either letter case.
    private static func percentEncoded(_ value: [UInt8]) -> [[UInt8]] {
        if value.allSatisfy(\.isAlphanumeric) { return [] }
        let capitals = Array("0123456789ABCDEF".utf8)
        let smalls = Array("0123456789abcdef".utf8)
        return plainSets.flatMap { plain in
            [capitals, smalls].flatMap { digits -> [[UInt8]] in
                let encoded = value.flatMap { byte -> [UInt8] in
                    byte.isAlphanumeric || plain.contains(byte)
                        ? [byte]
                        : [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
                }
                // Forms write a blank as a plus (application/x-www-form-urlencoded).
                guard value.contains(0x20) else { return [encoded] }
                let parts = value.split(separator: 0x20, omittingEmptySubsequences: false)
                    .map { part in
                        Array(part).flatMap { byte -> [UInt8] in
                            byte.isAlphanumeric || plain.contains(byte)
                                ? [byte]
                                : [
                                    UInt8(ascii: "%"), digits[Int(byte >> 4)],
                                    digits[Int(byte & 15)],
                                ]
                        }
                    }
                return [encoded, Array(parts.joined(separator: "+".utf8))]
            }
        }
    }

    /// The signs that encoders leave as they are: RFC 3986's unreserved ones, Java's and HTML's
    /// forms, JavaScript's `encodeURIComponent`, Python's `quote`, Go's user information,
    /// JavaScript's `encodeURI`, and none, as with Foundation's `alphanumerics`.
    private static let plainSets: [Set<UInt8>] = [
        "-_.~", "-_.*", "-_.~!'()*", "-_.~/", "-_.~$&+,;=", "-_.~!'()*;,/?:@&=+$#", "",
    ].map { Set($0.utf8) }

    /// As JSON, a shell, HTML, XML and SQL write it between quotes.
    private static func quoted(_ text: String) -> [String] {
        let isPlain = text.utf8.allSatisfy { $0.isAlphanumeric || "-_.~:/+=@%,".utf8.contains($0) }
        if isPlain { return text.contains("/") ? [text.replacing("/", with: "\\/")] : [] }
        let json = escaped(text, asciiOnly: false, extra: "")
        return [
            json, json.replacing("/", with: "\\/"),
            escaped(text, asciiOnly: true, extra: ""),
            // What Go and Django write, so that JSON may stand in HTML.
            escaped(text, asciiOnly: false, extra: "<>&"),
            escaped(text, asciiOnly: true, extra: "<>&'"),
            // JSON within JSON.
            escaped(json, asciiOnly: false, extra: ""),
            json.replacing("'", with: "\\'"),
            text.replacing("'", with: "\\'"), text.replacing("'", with: "'\\''"),
            text.replacing("'", with: "'\"'\"'"), text.replacing("'", with: "''"),
            shellEscaped(text, "\\\"$`"), shellEscaped(text, "\\\"$`!"),
            shellEscaped(text, "\\\"$`!'&;|<>()*?[]{}#~ \t"),
            markup(text, apostrophe: "'", quote: "&quot;"),
            markup(text, apostrophe: "&#39;", quote: "&quot;"),
            markup(text, apostrophe: "&#39;", quote: "&#34;"),
            markup(text, apostrophe: "&#x27;", quote: "&quot;"),
            markup(text, apostrophe: "&apos;", quote: "&quot;"),
            markup(text, apostrophe: "'", quote: "\""),
        ]
    }

    /// The text in a JSON string (RFC 8259, 7).
    private static func escaped(_ text: String, asciiOnly: Bool, extra: String) -> String {
        var result = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": result += "\\\""
            case "\\": result += "\\\\"
            case "\n": result += "\\n"
            case "\r": result += "\\r"
            case "\t": result += "\\t"
            case let scalar
            where scalar.value < 0x20 || extra.unicodeScalars.contains(scalar)
                || (asciiOnly && !scalar.isASCII):
                for unit in String(scalar).utf16 {
                    let digits = String(unit, radix: 16)
                    result += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
                }
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result
    }

    /// The text with a backslash before each of the signs, as in a shell's double quotes, or
    /// without quotes as `printf %q` writes it.
    private static func shellEscaped(_ text: String, _ signs: String) -> String {
        text.reduce(into: "") { result, character in
            if signs.contains(character) { result.append("\\") }
            result.append(character)
        }
    }

    /// The text as character data of HTML or XML.
    private static func markup(_ text: String, apostrophe: String, quote: String) -> String {
        text.reduce(into: "") { result, character in
            switch character {
            case "&": result += "&amp;"
            case "<": result += "&lt;"
            case ">": result += "&gt;"
            case "'": result += apostrophe
            case "\"": result += quote
            default: result.append(character)
            }
        }
    }
}
