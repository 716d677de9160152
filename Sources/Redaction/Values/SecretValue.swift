/// A value that a variable keeps secret, and how far it may be looked for in other text.
///
/// Such values are chosen by people: `1`, `true` or `postgres` stands in every other line without
/// being the secret, and to take it out would wreck the text. Hence the rule:
/// - shorter than ``shortest``, an ordinary word, a number of up to eight digits, a reference to the
///   secret such as `${NAME}` or `/run/secrets/name`: looked for nowhere, only its name hides it;
/// - letters alone that are also the value of a harmless variable, such as a user's name: nowhere;
/// - letters alone or digits alone, shorter than ``longestWord``: only where it is a word of its own;
/// - everything else: anywhere.
struct SecretValue {
    /// Where a value is looked for.
    enum Reach: Sendable {
        case nowhere
        /// Where no letter or digit stands beside it.
        case words
        case anywhere
    }

    /// The least number of bytes of a value that is looked for.
    static let shortest = 6
    /// From how many bytes on letters alone are no word any more.
    static let longestWord = 16
    /// More bytes than that are no password or key, and not worth the memory.
    static let longest = 16 << 10

    /// The value, blanks around it left out.
    let bytes: [UInt8]

    init(_ value: String) {
        let isBlank = { (byte: UInt8) in byte.isBlank }
        let start = value.utf8.drop(while: isBlank)
        bytes = Array(start.reversed().drop(while: isBlank).reversed())
    }

    /// Whether it is made of letters alone, joined by `_`, `-` or `.` perhaps.
    var isWord: Bool { bytes.allSatisfy { $0.isWordByte && !$0.isDigit } }

    /// Where it is looked for, by its form alone.
    var reach: Reach {
        if bytes.count < Self.shortest || bytes.count > Self.longest || isReference {
            return .nowhere
        }
        let isNumber = bytes.allSatisfy(\.isDigit)
        if isNumber, bytes.count <= 8 { return .nowhere }
        if isWord, OrdinaryWords.contains(bytes) { return .nowhere }
        let isSingle = bytes.allSatisfy(\.isLetter) || isNumber
        return isSingle && bytes.count < Self.longestWord ? .words : .anywhere
    }

    /// Whether it only says where the secret is.
    private var isReference: Bool {
        bytes.holds("${", at: 0) || bytes.holds("$(", at: 0) || bytes.holds("{{", at: 0)
            || bytes.holds("/run/secrets/", at: 0) || bytes.holds("/var/run/secrets/", at: 0)
            || bytes.holds("file:", at: 0) || bytes.holds("arn:", at: 0)
            || bytes.holds("[redacted", at: 0)
    }
}
