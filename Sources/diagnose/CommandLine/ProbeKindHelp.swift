import Probes

/// A probe kind's help, written from its declaration.
enum ProbeKindHelp {
    /// The page of a kind.
    ///
    /// - Throws: ``UsageError`` for a kind that doesn't exist.
    static func page(ofKindNamed name: String) throws(UsageError) -> String {
        guard let kind = ProbeRegistry.kind(named: name) else {
            throw .unknownName(noun: "probe kind", name: name, known: ProbeRegistry.names)
        }
        return page(of: kind.schema)
    }

    /// The page of a declaration.
    static func page(of schema: ProbeSchema) -> String {
        let observables = schema.observables.map { ($0.usage, $0.help + form(of: $0.type)) }
        let options = schema.options.map { ("\($0.key)=", $0.help + form(of: $0.type)) }
        let width = (observables + options).map(\.0.count).max() ?? 0
        return """
            \(schema.abstract)

            Usage: \(schema.kind) \(schema.subject.name) key<op>value … # reason

              \(schema.subject.name): \(schema.subject.help)

            Measures
            \(rows(observables, width: width))

            Options
            \(rows(options, width: width))

            A line that states nothing means: \(schema.defaultConditions.joined(separator: " "))

            Examples
            \(schema.examples.map { "  \($0)" }.joined(separator: "\n"))

            """
    }

    private static func rows(_ rows: [(String, String)], width: Int) -> String {
        rows.map { HelpText.row($0.0, $0.1, width: width) }.joined(separator: "\n")
    }

    private static func form(of type: ValueType) -> String {
        type == .text ? "" : " (\(type.form))"
    }
}

extension ProbeSchema.Observable {
    /// The key as help writes it: `header.NAME`.
    fileprivate var usage: String { key.hasSuffix(".") ? key + "NAME" : key }
}
