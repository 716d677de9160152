import Machine

/// A file beside another one; tells where they differ, never what stands there.
struct FileComparison: Sendable {
    private let content: FileContent
    /// What stands in the other file.
    let other: FileContent
    private let path: String
    private let otherPath: String
    private let isNegative: Bool
    private let context: ProbeContext

    /// Puts two files side by side; learns their secrets.
    init(
        _ content: FileContent, _ other: FileContent, path: String, otherPath: String,
        isNegative: Bool, context: ProbeContext
    ) {
        self.content = content
        self.other = other
        self.path = path
        self.otherPath = otherPath
        self.isNegative = isNegative
        self.context = context
        for file in [content, other] where file.isDotEnv {
            context.redactor.learn(Self.variables(file, context).values)
        }
    }

    private static func variables(_ file: FileContent, _ context: ProbeContext) -> DotEnvFile {
        DotEnvFile(file.bytes, environment: context.world.environment)
    }

    private func variables(_ file: FileContent) -> DotEnvFile {
        Self.variables(file, context)
    }

    private func judged(_ holds: Bool, _ observed: String) -> Reading {
        .judged(holds != isNegative, observed: observed)
    }

    // MARK: same-as

    /// Whether both hold the same bytes.
    var sameBytes: Reading {
        if content.bytes == other.bytes, content.isTruncated == other.isTruncated {
            guard !content.isTruncated else {
                return .unknown(
                    "the same as \(otherPath) in \(FileContent.truncation)")
            }
            return judged(true, "the same as \(otherPath)")
        }
        let place = "from \(otherPath) in line \(firstDifference)"
        if content.isDotEnv || other.isDotEnv {
            return judged(false, "differs \(place)\(differingNames)")
        }
        if differsOnlyInLineEnds { return judged(false, "differs \(place) in line ends only") }
        return judged(false, "differs \(place)")
    }

    /// The line on which they begin to differ, counted from 1.
    private var firstDifference: Int {
        let length = zip(content.bytes, other.bytes).prefix { $0 == $1 }.count
        return content.line(at: length)
    }

    /// Whether one has carriage returns, or a line feed at its end, that the other has not.
    private var differsOnlyInLineEnds: Bool {
        let (left, right) = (Self.withoutLineEnds(content), Self.withoutLineEnds(other))
        return left == right
    }

    private static func withoutLineEnds(_ file: FileContent) -> [UInt8] {
        var bytes = file.bytes.filter { $0 != UInt8(ascii: "\r") }
        while bytes.last == UInt8(ascii: "\n") { bytes.removeLast() }
        return bytes
    }

    /// `: API_KEY, MODE`, or that no variable differs.
    private var differingNames: String {
        let (left, right) = (variables(content).values, variables(other).values)
        let names = Set(left.keys).union(right.keys).filter { left[$0] != right[$0] }.sorted()
        return names.isEmpty
            ? ", in no variable" : ": \(ContentSecrecy.list(names, redactor: context.redactor))"
    }

    // MARK: covers

    /// Whether every variable that the other file names is set here too.
    var covers: Reading {
        var seen: Set<String> = []
        let wanted = variables(other).entries.map(\.name).filter { seen.insert($0).inserted }
        if wanted.isEmpty { return .unknown("\(otherPath) names no variable") }
        let here = variables(content)
        context.redactor.learn(here.values)
        let present = Set(here.entries.map(\.name))
        let missing = wanted.filter { !present.contains($0) }
        if missing.isEmpty { return judged(true, "all \(wanted.count) of \(otherPath)") }
        let names = ContentSecrecy.list(missing, redactor: context.redactor)
        // A line that can't be read may be the one that sets it.
        let broken = here.mistakes.first.map { "; line \($0.line) can't be read" } ?? ""
        return judged(
            false,
            "all of \(otherPath) but \(missing.count) of \(wanted.count): \(names)\(broken)")
    }

    // MARK: same-match

    /// Whether both have the same matches, however often and in whatever order.
    func sameMatches(_ here: FileContent.Findings, _ there: FileContent.Findings) -> Reading {
        for (findings, path) in [(here, path), (there, otherPath)] {
            if let limitation = findings.limitation {
                return .unknown("\(path) was searched only in \(limitation)")
            }
        }
        let (left, right) = (Set(here.matches.map(\.text)), Set(there.matches.map(\.text)))
        if left.isEmpty, right.isEmpty {
            return .unknown("the pattern matches nothing in \(path) nor in \(otherPath)")
        }
        if left == right {
            return judged(true, "the same \(left.count) as in \(otherPath)")
        }
        let isSecret = (here.matches + there.matches).contains(where: \.isSecret)
        let differences = [
            difference(left.subtracting(right), "only in \(path)", isSecret: isSecret),
            difference(right.subtracting(left), "only in \(otherPath)", isSecret: isSecret),
        ]
        return judged(false, differences.compactMap { $0 }.joined(separator: "; "))
    }

    private func difference(_ texts: Set<String>, _ place: String, isSecret: Bool) -> String? {
        if texts.isEmpty { return nil }
        if isSecret { return "\(texts.count) \(place)" }
        return "\(place): \(ContentSecrecy.list(texts.sorted(), redactor: context.redactor))"
    }
}
