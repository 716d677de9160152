/// What a client told of a query that the database answered.
struct SQLAnswer: Sendable, Hashable {
    /// A value of the result.
    enum Value: Sendable, Hashable {
        /// `NULL`
        case null
        /// Anything else, as the client writes it.
        case text(String)
    }

    /// How many rows came.
    var rows: Int
    /// The first column of the first row; `nil` where there is none.
    var first: Value?
    /// How long the query took by the client's own clock, in seconds; `nil` where it does not tell.
    var seconds: Double?
    /// Whether the result was longer than is read, so that ``rows`` is too few.
    var isCut = false
}

extension SQLAnswer {
    /// How long a query took as a client prints it; `nil` where that is no time.
    static func seconds(_ text: some StringProtocol, perSecond units: Double) -> Double? {
        Double(text).flatMap { $0.isFinite && $0 >= 0 ? $0 / units : nil }
    }

    /// What stands for `NULL` in the output of clients that can be told so: a control character,
    /// which no text of a database holds by accident.
    static let nullMark = "\u{1}"
    /// What parts columns in the output of clients that can be told so: ASCII's unit separator.
    static let columnMark = "\u{1F}"

    /// The first column of a row as the client wrote it.
    static func firstValue(of row: some Sequence<UInt8>, nullMark: String) -> Value {
        let bytes = row.prefix { $0 != UInt8(ascii: "\u{1F}") }
        let text = String(decoding: Array(bytes), as: UTF8.self)
        return text == nullMark ? .null : .text(text)
    }
}
