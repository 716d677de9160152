/// A text that every match of a regular expression holds, so that most lines need no matching.
///
/// Told without a doubt or not at all: it is empty for expressions with alternatives, options or
/// rare escapes at their top level. Only ASCII counts, since Swift takes characters for equal that
/// have other bytes.
struct RequiredLiteral: Hashable {
    /// The longest such text; empty where there is none.
    private(set) var text = ""
    /// Whether the expression is that text and nothing else.
    private(set) var isWhole = false

    private var run = ""
    private var isPlain = true
    private var rest: Substring

    /// Reads an expression that is known to be one.
    init(in pattern: String) {
        rest = pattern[...]
        var isClear = true
        while let character = rest.popFirst(), isClear { isClear = take(character) }
        endRun()
        if !isClear { text = "" }
        isWhole = isClear && isPlain && text == pattern.filter { $0 != "\\" } && !text.isEmpty
        run = ""
    }

    /// Takes the next sign and tells whether the expression is still understood.
    private mutating func take(_ character: Character) -> Bool {
        switch character {
        case "\\": return takeEscape()
        case "[": return skip(to: "]", nestedIn: "[")
        case "(": return !rest.hasPrefix("?") && skip(to: ")", nestedIn: "(")
        case "|", ")", "]": return false
        case "{": return skip(to: "}", nestedIn: "{", isQuantifier: true)
        case "*", "?":
            if !run.isEmpty { run.removeLast() }
            endRun()
            isPlain = false
        case "+", ".", "^", "$":
            endRun()
            isPlain = false
        default:
            if character.isASCII { run.append(character) } else { breakRun() }
        }
        return true
    }

    private mutating func takeEscape() -> Bool {
        guard let escaped = rest.popFirst() else { return false }
        if escaped.isASCII, escaped.isPunctuation || escaped.isSymbol {
            run.append(escaped)
            return true
        }
        breakRun()
        // Classes and anchors; other letters take something with them that is no literal.
        return "dDwWsSbBAzZhHvVRXNtnr".contains(escaped)
    }

    /// Skips a class, group or quantifier as a whole.
    private mutating func skip(
        to close: Character, nestedIn open: Character, isQuantifier: Bool = false
    ) -> Bool {
        if isQuantifier, !run.isEmpty { run.removeLast() }
        breakRun()
        var depth = 1
        while depth > 0 {
            guard let character = rest.popFirst() else { return false }
            switch character {
            case "\\":
                guard let escaped = rest.popFirst(), escaped != "Q" else { return false }
            // A bracket inside a group's class closes nothing.
            case "[" where open == "(": return false
            case open: depth += 1
            case close: depth -= 1
            default: break
            }
        }
        return true
    }

    private mutating func breakRun() {
        endRun()
        isPlain = false
    }

    private mutating func endRun() {
        if run.count > text.count { text = run }
        run = ""
    }
}
