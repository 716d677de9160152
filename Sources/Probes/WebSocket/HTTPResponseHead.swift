import Machine

/// The status line and the header fields of a response (RFC 9112, 4 and 5), read strictly: what is
/// not exactly HTTP is refused.
struct HTTPResponseHead: Sendable, Hashable {
    /// The status code.
    let status: Int
    /// The header fields in order.
    let fields: [HTTPField]

    /// Why bytes are no head.
    enum Problem: Error, Hashable {
        /// They do not begin with a status line.
        case notHTTP
        /// A line is no header field.
        case badField
        /// A line does not end in CR and LF.
        case badLineEnd
        /// It has more than ``HTTPResponseHead/limit`` bytes.
        case tooLong

        /// The problem in a few words, behind "the answer".
        var summary: String {
            switch self {
            case .notHTTP: "is not HTTP"
            case .badField: "has a header line that is no field"
            case .badLineEnd: "has a header line that does not end in CR LF"
            case .tooLong: "has a header of more than \(HTTPResponseHead.limit >> 10) KB"
            }
        }
    }

    /// The most bytes that a head may have.
    static let limit = 16 << 10

    /// Reads a head with the empty line that ends it.
    ///
    /// - Throws: ``Problem``.
    init(_ bytes: some Sequence<UInt8>) throws(Problem) {
        // Linear: the lines are cut at LF, and CR is no part of any value.
        var lines = Array(bytes).split(separator: UInt8(ascii: "\n")).map { line in
            line.last == UInt8(ascii: "\r") ? line.dropLast() : line
        }
        guard !lines.isEmpty, let status = Self.status(in: lines.removeFirst()) else {
            throw .notHTTP
        }
        self.status = status
        var fields: [HTTPField] = []
        for line in lines where !line.isEmpty { fields.append(try Self.field(in: line)) }
        self.fields = fields
    }

    /// The values of the fields of that name, as one list.
    func value(of name: String) -> String? {
        let values = fields.filter { $0.name.lowercased() == name.lowercased() }.map(\.value)
        return values.isEmpty ? nil : values.joined(separator: ", ")
    }

    /// Whether a field that is a list of words has the word, whatever its case.
    func list(of name: String, has word: String) -> Bool {
        (value(of: name) ?? "").split(separator: ",").contains { element in
            element.lowercased().filter { $0 != " " && $0 != "\t" } == word
        }
    }

    /// Reads `HTTP/1.1 101 Switching Protocols`; the words at the end may be missing.
    private static func status(in line: ArraySlice<UInt8>) -> Int? {
        let start = Array(line.prefix(12))
        guard start.count == 12, start.starts(with: "HTTP/1.".utf8), isDigit(start[7]),
            start[8] == UInt8(ascii: " "), start[9...].allSatisfy(isDigit),
            line.count == 12 || line.dropFirst(12).first == UInt8(ascii: " "),
            line.allSatisfy(isVisible)
        else { return nil }
        return Int(String(decoding: start[9...], as: UTF8.self)).flatMap { $0 >= 100 ? $0 : nil }
    }

    /// Reads `Name: value`; a line that starts with a blank, which went on with the one before in
    /// times past, is none.
    private static func field(in line: ArraySlice<UInt8>) throws(Problem) -> HTTPField {
        guard let colon = line.firstIndex(of: UInt8(ascii: ":")), line.allSatisfy(isVisible) else {
            throw .badField
        }
        let name = String(decoding: line[..<colon], as: UTF8.self)
        guard HTTPMessage.isToken(name) else { throw .badField }
        var value = line[line.index(after: colon)...]
        while let first = value.first, isBlank(first) { value.removeFirst() }
        while let last = value.last, isBlank(last) { value.removeLast() }
        return HTTPField(name: name, value: String(decoding: value, as: UTF8.self))
    }

    private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
    private static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 }
    /// Whether a byte may stand in a line: control characters may not.
    private static func isVisible(_ byte: UInt8) -> Bool {
        byte >= 0x20 && byte != 0x7F || byte == 0x09
    }
}
