/// The secrets that one run found, and the number under which each is shown.
///
/// Numbers are given in the order in which texts are put out. Where texts are made side by side, as
/// in probes, a secret gets a *mark* first, a single character of a private use plane, whose order
/// means nothing; the number follows when the text is put out.
struct RedactionMap {
    /// The most secrets that are told apart: as many as there are marks. All others are
    /// `[redacted]`.
    private static let mostSecrets = 65_000
    /// The first character of plane 16, which is free for private use (Unicode Standard, 23.5).
    private static let firstMark: UInt32 = 0x10_0000

    private var numbers: [[UInt8]: Int] = [:]
    private var marks: [[UInt8]: Int] = [:]
    private var marked: [[UInt8]] = []
    private var lastNumber: Int

    /// Makes a map whose numbers follow one, for text that has tokens already.
    init(after number: Int) { lastNumber = number }

    /// The token of a secret: `[redacted:3]`.
    mutating func token(for secret: [UInt8]) -> [UInt8] {
        if let number = numbers[secret] { return Self.token(number) }
        guard numbers.count < Self.mostSecrets else { return Array("[redacted]".utf8) }
        lastNumber += 1
        numbers[secret] = lastNumber
        return Self.token(lastNumber)
    }

    /// The mark that stands for a secret until its number is known.
    mutating func mark(for secret: [UInt8]) -> [UInt8] {
        let position = marks[secret] ?? marked.count
        guard position < Self.mostSecrets,
            let scalar = Unicode.Scalar(Self.firstMark + UInt32(position))
        else { return Array("[redacted]".utf8) }
        if position == marked.count {
            marks[secret] = position
            marked.append(secret)
        }
        return Array(String(scalar).utf8)
    }

    /// The secret whose mark stands at a place.
    func secret(markedAt place: Int, in bytes: [UInt8]) -> [UInt8]? {
        guard Self.isMark(at: place, in: bytes) else { return nil }
        let value = bytes[(place + 1)..<(place + 4)].reduce(UInt32(4)) { $0 << 6 | UInt32($1 & 63) }
        let position = Int(value) - Int(Self.firstMark)
        return marked.indices.contains(position) ? marked[position] : nil
    }

    /// Whether a character of plane 16 stands at a place, in UTF-8 `F4 80…8F xx xx`.
    static func isMark(at place: Int, in bytes: [UInt8]) -> Bool {
        bytes.byte(at: place) == 0xF4 && place + 4 <= bytes.count
    }

    /// The length of the token, mark or number unknown, that stands at a place.
    static func tokenLength(at place: Int, in bytes: [UInt8]) -> Int? {
        if isMark(at: place, in: bytes) { return 4 }
        guard bytes.holds("[redacted", at: place) else { return nil }
        var end = place + 9
        if bytes.byte(at: end) == UInt8(ascii: ":") {
            end = bytes.end(from: end + 1, within: 9, while: \.isDigit)
        }
        return bytes.byte(at: end) == UInt8(ascii: "]") ? end + 1 - place : nil
    }

    private static func token(_ number: Int) -> [UInt8] { Array("[redacted:\(number)]".utf8) }
}
