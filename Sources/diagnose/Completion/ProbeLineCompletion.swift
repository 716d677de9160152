import Catalog
import Probes

/// Completes the words of a probe line from what its kind declares.
struct ProbeLineCompletion {
    /// The words in front of the cursor: the kind, the subject, conditions.
    let words: [String]
    /// The lines of all runbooks, whose subjects are worth another look.
    let lines: () -> [ProbeLine]

    /// What may stand at the cursor.
    func answer(beginningWith text: String) -> Completion {
        guard let name = words.first else {
            return Completion(
                ProbeRegistry.kinds.map { .init(word: $0.schema.kind, help: $0.schema.abstract) },
                beginningWith: text)
        }
        guard let schema = ProbeRegistry.kind(named: name)?.schema else {
            return Completion([], beginningWith: text)
        }
        return words.count == 1
            ? subject(of: schema, beginningWith: text) : condition(of: schema, beginningWith: text)
    }

    /// Subjects of the runbooks' lines that stand there without variables, else files where the
    /// subject may be one.
    private func subject(of schema: ProbeSchema, beginningWith text: String) -> Completion {
        if schema.subject.isSecret { return Completion([], beginningWith: text) }
        let known = lines().filter { $0.kind == schema.kind && $0.variables.isEmpty }
            .map(\.subject)
        let found = Completion(
            Set(known).sorted().map { .init(word: $0) }, beginningWith: text)
        return found.candidates.isEmpty && schema.namesFiles ? .files : found
    }

    /// A key, a key with its operators, or a condition where its values are few.
    private func condition(of schema: ProbeSchema, beginningWith text: String) -> Completion {
        let key = text.prefix { !"=!~<>".contains($0) }
        if key.count == text.count, let type = schema.type(ofKey: text), !text.hasSuffix(".") {
            let operators = schema.option(named: text) == nil ? type.operators : ["="]
            let known = values(of: text, in: schema)
            if !known.isEmpty || operators.count > 1 {
                let conditions = operators.map { Completion.Candidate(word: text + $0) }
                return Completion(
                    known + conditions, beginningWith: text, form: .beginnings)
            }
        }
        if key.count < text.count {
            return Completion(values(of: String(key), in: schema), beginningWith: text)
        }
        let stated = words.dropFirst(2).map { word in word.prefix { !"=!~<>".contains($0) } }
        let keys =
            schema.observables.map { Completion.Candidate(word: $0.key, help: $0.help) }
            + schema.options.filter { $0.isRepeatable || !stated.contains($0.key[...]) }
            .map { Completion.Candidate(word: $0.key + "=", help: $0.help) }
        return Completion(keys, beginningWith: text, form: .beginnings)
    }

    /// Whole conditions on a key: both truths, and what the kind itself gives as default and in
    /// examples.
    private func values(of key: String, in schema: ProbeSchema) -> [Completion.Candidate] {
        if schema.type(ofKey: key) == .boolean {
            return ["true", "false"].map { .init(word: "\(key)=\($0)") }
        }
        var words = schema.defaultConditions.filter { $0.hasPrefix(key + "=") }
        for example in schema.examples {
            let lines = ProbeLineParser.parse(example, at: SourceLocation(file: "", line: 1)).lines
            for condition in lines.flatMap(\.conditions)
            where condition.key == key && condition.comparison == .equal {
                let word = "\(key)=\(condition.value)"
                if !words.contains(word), !word.contains("${") { words.append(word) }
            }
        }
        return words.map { .init(word: $0) }
    }
}

extension ProbeSchema {
    /// Whether the subject may be a file or folder of this machine.
    fileprivate var namesFiles: Bool {
        kind != "mediamtx" && ["PATH", "DIR", "FILE"].contains { subject.name.contains($0) }
    }

    /// What the value of a key must be.
    fileprivate func type(ofKey key: String) -> ValueType? {
        observable(named: key)?.type ?? option(named: key)?.type
    }
}

extension ValueType {
    /// The operators that make sense of such a value.
    fileprivate var operators: [String] {
        switch self {
        case .number, .duration, .bytes, .percent: ["=", "!=", "<", "<=", ">", ">="]
        case .boolean: ["=", "!="]
        case .text, .list, .pattern: ["=", "!=", "~", "!~"]
        }
    }
}
