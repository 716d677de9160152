/// Reads the flat subset of TOML that front matter needs, into the pairs that ``FlatYAML`` gives:
/// `key = value`, one level of `[tables]` and dotted keys, arrays and inline tables.
///
/// What lies outside is reported and skipped, and the keys around it still load (TOML 1.0).
struct FlatTOML {
    /// The top-level keys in order.
    private(set) var pairs: [FlatYAMLPair] = []
    /// Where the text leaves the subset.
    private(set) var problems: [FlatYAMLProblem] = []
    /// Where the tables stand in ``pairs``.
    private var tables: [String: Int] = [:]
    /// The table that is open; `nil` at the top.
    private var table: String?
    /// Whether the keys below belong to a table that is not read.
    private var skipsTable = false

    /// Reads lines, the first of which has the given number.
    init(lines: [String], firstLine: Int) {
        var number = firstLine
        var rest = lines[...]
        while let line = rest.popFirst() {
            var text = line
            var depth = FlatTOMLScanner.openBrackets(behindEqualsSignOf: line)
            let start = number
            number += 1
            // An array or inline table may go on over several lines.
            while depth > 0, let next = rest.popFirst() {
                text += " " + FlatTOMLScanner.withoutComment(next)
                depth += FlatTOMLScanner.openBrackets(in: next)
                number += 1
            }
            read(text, number: start)
        }
    }

    /// Reads one logical line.
    private mutating func read(_ line: String, number: Int) {
        var scanner = FlatTOMLScanner(line, line: number)
        scanner.skipBlanks()
        if scanner.isAtEndOrComment { return }
        do throws(FlatYAMLProblem.Thrown) {
            if scanner.isAtBracket {
                skipsTable = true
                let name = try scanner.readTableName()
                skipsTable = false
                table = name
                open(name, line: number, column: 1)
            } else if !skipsTable {
                add(try scanner.readPair())
            }
        } catch {
            var problem = error.problem
            problem.key = problem.key ?? table
            problems.append(problem)
        }
    }

    /// Adds a pair to the open table, or to the one that its dotted key names.
    private mutating func add(_ pair: FlatYAMLPair) {
        var pair = pair
        var owner = table
        if owner == nil, let dot = pair.key.firstIndex(of: ".") {
            owner = String(pair.key[..<dot])
            pair.key = String(pair.key[pair.key.index(after: dot)...])
        }
        guard let owner else { return pairs.append(pair) }
        open(owner, line: pair.line, column: pair.column)
        guard let index = tables[owner], case .mapping(var nested) = pairs[index].node.value else {
            return
        }
        // Taken out first, so that it is not copied for every key.
        pairs[index].node.value = .none
        nested.append(pair)
        pairs[index].node.value = .mapping(nested)
    }

    /// Makes a mapping for a table unless there is one.
    private mutating func open(_ name: String, line: Int, column: Int) {
        guard tables[name] == nil else { return }
        tables[name] = pairs.count
        let node = FlatYAMLNode(value: .mapping([]), line: line, column: column)
        pairs.append(FlatYAMLPair(key: name, line: line, column: column, node: node))
    }
}
