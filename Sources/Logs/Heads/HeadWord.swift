/// One word of a line's head.
struct HeadWord {
    private let whole: ArraySlice<UInt8>
    /// The word without the signs around it.
    private let core: ArraySlice<UInt8>

    private static let openers: ByteSet = "[(<|*\"'"
    private static let closers: ByteSet = "])>|*\"':,;!"
    private static let brackets: ByteSet = "[(<|"
    private static let joints: ByteSet = ":/"
    private static let redisRoles: ByteSet = "MSCX"

    init(_ word: ArraySlice<UInt8>) {
        whole = word
        var core = word.drop(while: Self.openers.contains)
        while let last = core.last, Self.closers.contains(last) { core.removeLast() }
        self.core = core
    }

    private var isBracketed: Bool { whole.first.map(Self.brackets.contains) ?? false }

    /// Whether it is a plain word such as a message has, rather than a name, number or mark.
    var isProse: Bool {
        whole.count > 1 && !isBracketed
            && core.allSatisfy { $0.isLetter || $0 == UInt8(ascii: "'") }
            && !core.allSatisfy(\.isCapital)
    }

    /// The level that it names: in capitals (`ERROR`, `ERROR:root:…`), in brackets (`[error]`,
    /// `[core:error]`, `[W`), or leading the line or the words behind its time (`error:`, `Info`).
    func level(isLead: Bool) -> LogLevel? {
        if core.count == 1, isBracketed { return core.first.flatMap { LogLevel(letter: $0) } }
        let parts = core.prefix(24).split(maxSplits: 2, whereSeparator: Self.joints.contains)
        for part in parts.prefix(2) where (3...13).contains(part.count) {
            guard part.allSatisfy({ $0.isLetter || $0.isDigit }) else { continue }
            let isCapital = part.allSatisfy { $0.isCapital || $0.isDigit }
            let isMarked =
                isBracketed
                || (isLead && (whole.last == UInt8(ascii: ":") || part.first?.isCapital == true))
            guard isCapital || isMarked else { continue }
            if let level = LogLevel(String(decoding: part, as: UTF8.self)) { return level }
        }
        return nil
    }

    /// Whether it is the `1:M` in front of Redis's times: process and role.
    var isRedisRole: Bool {
        guard core.count >= 3, let role = core.last, Self.redisRoles.contains(role) else {
            return false
        }
        let rest = core.dropLast()
        return rest.last == UInt8(ascii: ":") && rest.dropLast().allSatisfy(\.isDigit)
    }

    /// The level that Redis states by a sign (`serverLogRaw` in its server.c).
    var redisLevel: LogLevel? {
        guard whole.count == 1 else { return nil }
        switch whole.first {
        case UInt8(ascii: "."): return .debug
        case UInt8(ascii: "-"): return .info
        case UInt8(ascii: "*"): return .notice
        case UInt8(ascii: "#"): return .warning
        default: return nil
        }
    }
}
