/// The value of a front-matter key and where it stands.
struct FlatYAMLNode: Equatable {
    /// The shapes that the flat subset has.
    indirect enum Value: Equatable {
        /// A key without a value.
        case none
        /// Text, quotes removed.
        case scalar(String)
        /// `[a, b]` or lines of `- item`.
        case list([FlatYAMLNode])
        /// `{ a: b }` or indented `a: b` lines.
        case mapping([FlatYAMLPair])
    }

    /// The value.
    var value: Value
    /// Its line in the file.
    var line: Int
    /// Its column.
    var column: Int
}

/// One key of a mapping with its value.
struct FlatYAMLPair: Equatable {
    /// The key, quotes removed.
    var key: String
    /// The line of the key.
    var line: Int
    /// The column of the key.
    var column: Int
    /// Its value.
    var node: FlatYAMLNode
}

/// A place where a text leaves the flat subset.
struct FlatYAMLProblem: Equatable {
    /// What is wrong, without a full stop.
    var message: String
    /// The line in the file.
    var line: Int
    /// The column.
    var column: Int
    /// The top-level key that it belongs to, if any.
    var key: String?
}

/// Reads the flat YAML subset of front matter: scalars, `[a, b]`, `{ a: b }` and one level of
/// indented keys or `- items`.
///
/// What lies outside is reported and skipped, and the keys around it still load.
struct FlatYAML {
    /// The top-level keys in order.
    private(set) var pairs: [FlatYAMLPair] = []
    /// Where the text leaves the subset.
    private(set) var problems: [FlatYAMLProblem] = []
    /// The indentation below the open key; its first nested line sets it.
    private var nestedIndentation: Int?
    /// The indentation of lines that belong to a value outside the subset.
    private var skippedBelow: Int?

    /// Reads lines, the first of which has the given number.
    init(lines: [String], firstLine: Int) {
        for (offset, line) in lines.enumerated() { read(line, number: firstLine + offset) }
    }

    /// Reads one line.
    private mutating func read(_ line: String, number: Int) {
        var scanner = FlatYAMLScanner(line, line: number)
        let indentation = scanner.skipBlanks()
        if scanner.isAtEndOrComment { return }
        if let limit = skippedBelow, indentation > limit { return }
        skippedBelow = nil
        do throws(FlatYAMLProblem.Thrown) {
            if indentation == 0, !scanner.isAtDash {
                nestedIndentation = nil
                let pair = try scanner.readPair()
                pairs.append(pair)
            } else {
                try readNested(&scanner, indentation: indentation)
            }
        } catch {
            var problem = error.problem
            problem.key = problem.key ?? (indentation == 0 ? nil : pairs.last?.key)
            problems.append(problem)
            if indentation == 0 || problem.key == nil { skippedBelow = indentation }
        }
    }

    /// Reads a line below an open key.
    private mutating func readNested(
        _ scanner: inout FlatYAMLScanner, indentation: Int
    ) throws(FlatYAMLProblem.Thrown) {
        guard var open = pairs.popLast() else {
            throw scanner.problem("this line belongs to no key")
        }
        defer { pairs.append(open) }
        if let expected = nestedIndentation, expected != indentation {
            throw scanner.problem(
                indentation > expected
                    ? "only one level of nesting is read here" : "this indentation fits no key")
        }
        // A value in the switch itself would be held there, and be copied when it grows.
        switch (open.node.value.shape, scanner.isAtDash) {
        case (.none, true):
            open.node.value = .list([try scanner.readItem()])
        case (.list, true) where nestedIndentation != nil:
            open.node.value.append(try scanner.readItem())
        case (.none, false):
            open.node.value = .mapping([try scanner.readPair()])
        case (.mapping, false) where nestedIndentation != nil:
            open.node.value.append(try scanner.readPair())
        default:
            throw scanner.problem("'\(open.key)' already has a value; this line is not read")
        }
        nestedIndentation = indentation
    }
}

extension FlatYAMLNode.Value {
    /// What a value is, without what it holds.
    fileprivate enum Shape { case none, scalar, list, mapping }

    fileprivate var shape: Shape {
        switch self {
        case .none: .none
        case .scalar: .scalar
        case .list: .list
        case .mapping: .mapping
        }
    }

    /// Adds an item to a list in place: copied for each, a long one would take quadratic time.
    fileprivate mutating func append(_ item: FlatYAMLNode) {
        guard case .list(var items) = self else { return }
        self = .none
        items.append(item)
        self = .list(items)
    }

    /// Adds a pair to a mapping in place.
    fileprivate mutating func append(_ pair: FlatYAMLPair) {
        guard case .mapping(var pairs) = self else { return }
        self = .none
        pairs.append(pair)
        self = .mapping(pairs)
    }
}

extension FlatYAMLProblem {
    /// A problem on its way out of the scanner.
    struct Thrown: Error {
        var problem: FlatYAMLProblem
    }
}
