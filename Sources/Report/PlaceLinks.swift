import Catalog

/// Makes places in runbooks links that a terminal opens (OSC 8, "Hyperlinks in Terminal Emulators",
/// gist.github.com/egmontkob/eb114294efbcd5adb1944c9f3cb5feda).
public struct PlaceLinks: Sendable, Hashable {
    /// The name of this machine, by which a terminal tells files of another one.
    private let host: String
    /// The folder in which relative paths begin.
    private let directory: String

    /// Links to the files of a machine.
    public init(host: String, directory: String) {
        self.host = host
        self.directory = directory
    }

    /// The text as a link to a place; unchanged where no file has it.
    func link(_ text: String, to place: SourceLocation) -> String {
        guard place.isInFile else { return text }
        let path = place.file.hasPrefix("/") ? place.file : directory + "/" + place.file
        let address = "file://\(Self.encoded(host))\(Self.encoded(path))#L\(place.line)"
        return "\u{1B}]8;;\(address)\u{1B}\\\(text)\u{1B}]8;;\u{1B}\\"
    }

    /// The text as part of an address (RFC 3986, 2): nothing in it can end the link.
    private static func encoded(_ text: String) -> String {
        text.utf8.map { byte in
            let scalar = Unicode.Scalar(byte)
            let isPlain =
                scalar.properties.isAlphabetic && scalar.isASCII || ("0"..."9").contains(scalar)
                || "-._~/".unicodeScalars.contains(scalar)
            if isPlain { return String(scalar) }
            let digits = String(byte, radix: 16, uppercase: true)
            return "%" + (digits.count == 1 ? "0" : "") + digits
        }
        .joined()
    }
}
