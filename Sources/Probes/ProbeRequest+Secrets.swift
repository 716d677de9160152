import Machine
import Redaction

extension ProbeRequest {
    /// What its `header=` options tell a server in confidence, such as the credentials behind a
    /// scheme (`Authorization: Bearer …`, RFC 9110, 11.4) and the values of cookies.
    public var headerSecrets: [String] {
        values(of: "header").compactMap(HTTPMessage.field)
            .filter { SecretName.isSecret($0.name) }
            .flatMap { field in
                let words = field.value.split { $0 == " " || $0 == ";" || $0 == "," }
                let credentials =
                    words.count > 1 && !words[0].contains("=")
                    ? words.dropFirst() : words[...]
                return credentials.flatMap { word in
                    [String(word)]
                        + word.split(separator: "=", maxSplits: 1).dropFirst().map {
                            String($0)
                        }
                }
            }
    }
}
