/// Reads a regular expression.
struct PatternParser {
    typealias Malformed = RedactionPattern.Malformed

    private let scalars: [Unicode.Scalar]
    private var place = 0
    private var depth = 0

    private static let longest = 500
    private static let deepest = 20
    private static let mostRepeats = 200
    private static let any = Set(UInt8.min...UInt8.max).subtracting([0x0A])

    init(_ text: String) { scalars = Array(text.unicodeScalars) }

    /// Reads the whole of it.
    mutating func parse() throws(Malformed) -> PatternNode {
        guard scalars.count <= Self.longest else {
            throw Malformed("it is longer than \(Self.longest) characters")
        }
        let node = try choice()
        if next != nil { throw Malformed("')' closes nothing") }
        return node
    }

    private var next: Unicode.Scalar? { place < scalars.count ? scalars[place] : nil }

    private mutating func take(_ scalar: Unicode.Scalar) -> Bool {
        guard next == scalar else { return false }
        place += 1
        return true
    }

    private mutating func choice() throws(Malformed) -> PatternNode {
        var parts = [try sequence()]
        while take("|") { parts.append(try sequence()) }
        return parts.count == 1 ? parts[0] : .choice(parts)
    }

    private mutating func sequence() throws(Malformed) -> PatternNode {
        var parts: [PatternNode] = []
        while let scalar = next, scalar != "|", scalar != ")" {
            parts.append(try quantified(try atom()))
        }
        return .sequence(parts)
    }

    private mutating func atom() throws(Malformed) -> PatternNode {
        guard let scalar = next else { return .sequence([]) }
        place += 1
        switch scalar {
        case ".": return .bytes(Self.any)
        case "^": return .lineStart
        case "$": return .lineEnd
        case "[": return .bytes(try set())
        case "(": return try group()
        case "\\": return try escape()
        case "*", "+", "?", "{": throw Malformed("'\(scalar)' repeats nothing")
        default: return .sequence(String(scalar).utf8.map { .bytes([$0]) })
        }
    }

    private mutating func group() throws(Malformed) -> PatternNode {
        depth += 1
        defer { depth -= 1 }
        guard depth <= Self.deepest else { throw Malformed("its groups are nested too deeply") }
        if take("?"), !take(":") { throw Malformed("'(?' begins nothing but '(?:'") }
        let node = try choice()
        guard take(")") else { throw Malformed("'(' is not closed") }
        return node
    }

    private mutating func escape() throws(Malformed) -> PatternNode {
        guard let scalar = next else { throw Malformed("it ends in a backslash") }
        if scalar == "b" || scalar == "B" {
            place += 1
            return .boundary(isWanted: scalar == "b")
        }
        return .bytes(try escapedSet())
    }

    /// The set that an escape stands for, in brackets or outside.
    private mutating func escapedSet() throws(Malformed) -> Set<UInt8> {
        guard let scalar = next else { throw Malformed("it ends in a backslash") }
        place += 1
        let all = Set(UInt8.min...UInt8.max)
        switch scalar {
        case "d": return all.filter(\.isDigit)
        case "D": return all.filter { !$0.isDigit }
        case "w": return all.filter { $0.isAlphanumeric || $0 == UInt8(ascii: "_") }
        case "W": return all.filter { !$0.isAlphanumeric && $0 != UInt8(ascii: "_") }
        case "s": return all.filter(\.isBlank)
        case "S": return all.filter { !$0.isBlank }
        case "t": return [0x09]
        case "n": return [0x0A]
        case let scalar where scalar.isASCII && !UInt8(ascii: scalar).isAlphanumeric:
            return [UInt8(ascii: scalar)]
        default: throw Malformed("'\\\(scalar)' is not known")
        }
    }

    /// What stands behind `[`.
    private mutating func set() throws(Malformed) -> Set<UInt8> {
        let isOpposite = take("^")
        var bytes: Set<UInt8> = []
        var isFirst = true
        while let scalar = next, isFirst || scalar != "]" {
            isFirst = false
            let low = try member()
            guard next == "-", place + 1 < scalars.count, scalars[place + 1] != "]" else {
                bytes.formUnion(low)
                continue
            }
            place += 1
            let high = try member()
            guard let first = low.first, let last = high.first, low.count == 1, high.count == 1,
                first <= last
            else { throw Malformed("a range in '[…]' runs backwards") }
            bytes.formUnion(first...last)
        }
        guard take("]") else { throw Malformed("'[' is not closed") }
        return isOpposite ? Set(UInt8.min...UInt8.max).subtracting(bytes) : bytes
    }

    private mutating func member() throws(Malformed) -> Set<UInt8> {
        guard let scalar = next else { throw Malformed("'[' is not closed") }
        place += 1
        if scalar == "\\" { return try escapedSet() }
        guard scalar.isASCII else { throw Malformed("'[…]' takes ASCII, not '\(scalar)'") }
        return [UInt8(ascii: scalar)]
    }

    private mutating func quantified(_ node: PatternNode) throws(Malformed) -> PatternNode {
        var node = node
        while let scalar = next {
            switch scalar {
            case "*": node = .repeated(node, least: 0, most: nil)
            case "+": node = .repeated(node, least: 1, most: nil)
            case "?": node = .repeated(node, least: 0, most: 1)
            case "{":
                place += 1
                node = try counted(node)
                continue
            default: return node
            }
            place += 1
        }
        return node
    }

    /// `{2}`, `{2,}` or `{2,5}`.
    private mutating func counted(_ node: PatternNode) throws(Malformed) -> PatternNode {
        let least = number()
        let isOpen = take(",")
        let most = isOpen ? number() : least
        guard let least, take("}"), most.map({ $0 >= least && $0 <= Self.mostRepeats }) ?? true,
            least <= Self.mostRepeats
        else { throw Malformed("'{' wants a count up to \(Self.mostRepeats), as in '{2,5}'") }
        return .repeated(node, least: least, most: most)
    }

    private mutating func number() -> Int? {
        var digits = ""
        while let scalar = next, ("0"..."9").contains(scalar), digits.count < 5 {
            digits.unicodeScalars.append(scalar)
            place += 1
        }
        return Int(digits)
    }
}
