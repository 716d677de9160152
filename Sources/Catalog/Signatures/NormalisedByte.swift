/// What a byte of a log line counts for where it is compared with a ``Signature``.
///
/// Said of single bytes, so that a scanner can compare a line without copying it first.
public enum NormalisedByte: Sendable, Hashable {
    /// Nothing: quotes and backslashes.
    case dropped
    /// A blank, unless it stands where none counts: whitespace and control characters.
    case blank
    /// Itself, capitals made small.
    case literal(UInt8)

    /// Tells of one byte.
    public init(_ byte: UInt8) {
        switch byte {
        case UInt8(ascii: "`"), UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: "\\"):
            self = .dropped
        case 0...0x20: self = .blank
        default: self = .literal(byte.lowercasedASCII)
        }
    }

    /// Whether a blank counts behind a byte, normalised already; `nil` stands for the start.
    ///
    /// Behind a colon it does not, for JSON is written with a blank there and without one.
    public static func keepsBlank(behind byte: UInt8?) -> Bool {
        switch byte {
        case nil, 0x20, UInt8(ascii: ":"): false
        default: true
        }
    }
}
