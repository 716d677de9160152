/// How bad a line says that it is.
public enum LogLevel: String, Sendable, Hashable, CaseIterable, Comparable {
    /// Every step.
    case trace
    /// For developers.
    case debug
    /// All is well.
    case info
    /// All is well, but worth a look.
    case notice
    /// Something may go wrong.
    case warning
    /// Something went wrong.
    case error
    /// The program can't go on.
    case critical

    /// Whether the left one is less bad.
    public static func < (left: LogLevel, right: LogLevel) -> Bool { left.rank < right.rank }

    private var rank: Int { Self.allCases.firstIndex(of: self) ?? 0 }

    /// The level of a word as loggers write it, in any case: `WARN`, `err`, `Severe`.
    public init?(_ word: some StringProtocol) {
        guard let level = Self.words[word.lowercased()] else { return nil }
        self = level
    }

    /// The level of a word's bytes, read without making it a text.
    init?(bytes word: UnsafeBufferPointer<UInt8>) {
        guard word.count <= Self.longestPacked else {
            self.init(String(decoding: word, as: UTF8.self))
            return
        }
        guard let level = Self.packedWords[Self.packed(word)] else { return nil }
        self = level
    }

    private static let longestPacked = 8

    /// The short words, by their bytes in one number.
    private static let packedWords: [UInt64: LogLevel] = Dictionary(
        uniqueKeysWithValues: words.filter { $0.key.utf8.count <= longestPacked }.map {
            (packed($0.key.utf8), $0.value)
        })

    private static func packed(_ word: some Sequence<UInt8>) -> UInt64 {
        word.reduce(0) { $0 << 8 | UInt64($1.isLetter ? $1 | 0x20 : $1) }
    }

    /// The level of a number: 10 to 60 as pino and bunyan count, 0 to 7 as syslog does
    /// (RFC 5424, 6.2.1).
    public init?(_ number: Int) {
        switch number {
        case 0...2, 60...: self = .critical
        case 3, 50..<60: self = .error
        case 4, 40..<50: self = .warning
        case 5: self = .notice
        case 6, 30..<40: self = .info
        case 7, 20..<30: self = .debug
        case 10..<20: self = .trace
        default: return nil
        }
    }

    /// The words of Python, log4j, .NET, zap, zerolog, logrus, tracing, syslog, PostgreSQL and
    /// java.util.logging.
    private static let words: [String: LogLevel] = [
        "trace": .trace, "trc": .trace, "verbose": .trace, "vrb": .trace, "finest": .trace,
        "finer": .trace, "debug": .debug, "dbg": .debug, "deb": .debug, "fine": .debug,
        "debug1": .debug, "debug2": .debug, "debug3": .debug, "debug4": .debug, "debug5": .debug,
        "info": .info, "inf": .info, "information": .info, "informational": .info,
        "success": .info, "log": .info, "config": .info, "statement": .info, "notice": .notice,
        "warn": .warning, "warning": .warning, "wrn": .warning, "war": .warning,
        "error": .error, "err": .error, "eror": .error, "fail": .error, "failure": .error,
        "severe": .error, "exception": .error, "critical": .critical, "crit": .critical,
        "crt": .critical, "fatal": .critical, "ftl": .critical, "panic": .critical,
        "pnc": .critical, "emerg": .critical, "emergency": .critical, "alert": .critical,
    ]

    /// The level of a single letter as klog, glog, Tornado and Android write it.
    init?(letter: UInt8) {
        switch letter {
        case UInt8(ascii: "V"), UInt8(ascii: "T"): self = .trace
        case UInt8(ascii: "D"): self = .debug
        case UInt8(ascii: "I"): self = .info
        case UInt8(ascii: "W"): self = .warning
        case UInt8(ascii: "E"): self = .error
        case UInt8(ascii: "F"), UInt8(ascii: "C"): self = .critical
        default: return nil
        }
    }
}
