extension Runbook: PreparedValue {
    static var blank: Runbook { Runbook(file: "", system: "", title: "") }

    mutating func pass(_ fields: inout some FieldPass) {
        fields.text(&file)
        fields.text(&system)
        fields.text(&title)
        lastVerified.pass(&fields)
        reviewAfterDays.pass(&fields)
        owner.pass(&fields)
        detections.pass(&fields)
        dependencies.pass(&fields)
        variables.pass(&fields)
        redactions.pass(&fields)
        entries.pass(&fields)
        triage.pass(&fields)
        collections.pass(&fields)
        sections.pass(&fields)
        keyLocations.pass(&fields)
    }
}

extension Detection: PreparedValue {
    static var blank: Detection { .file("") }

    mutating func pass(_ fields: inout some FieldPass) {
        var (sort, name) =
            switch self {
            case .service(let name): (0, name)
            case .file(let path): (1, path)
            case .environment(let name): (2, name)
            }
        fields.number(&sort)
        fields.text(&name)
        self = sort == 0 ? .service(name) : sort == 1 ? .file(name) : .environment(name)
    }
}

extension Variable: PreparedValue {
    static var blank: Variable { Variable(name: "", defaultValue: nil, location: .blank) }

    mutating func pass(_ fields: inout some FieldPass) {
        fields.text(&name)
        defaultValue.pass(&fields)
        location.pass(&fields)
    }
}

extension TeamPattern: PreparedValue {
    static var blank: TeamPattern { TeamPattern("", at: .blank) }

    mutating func pass(_ fields: inout some FieldPass) {
        fields.text(&text)
        location.pass(&fields)
    }
}

extension TriageStep: PreparedValue {
    static var blank: TriageStep { TriageStep(number: 0, title: "", location: .blank) }

    mutating func pass(_ fields: inout some FieldPass) {
        fields.number(&number)
        fields.text(&title)
        details.pass(&fields)
        commands.pass(&fields)
        probes.pass(&fields)
        entries.pass(&fields)
        location.pass(&fields)
    }
}

extension Section.Role: PreparedValue {
    static var blank: Section.Role { .evidence }
}

extension Section: PreparedValue {
    static var blank: Section {
        Section(role: .blank, title: "", items: [], location: .blank)
    }

    mutating func pass(_ fields: inout some FieldPass) {
        role.pass(&fields)
        fields.text(&title)
        items.pass(&fields)
        location.pass(&fields)
    }
}

extension SourceLocation: PreparedValue {
    static var blank: SourceLocation { SourceLocation(file: "", line: 0, column: 0) }

    mutating func pass(_ fields: inout some FieldPass) {
        fields.repeatedText(&file)
        fields.number(&line)
        fields.number(&column)
    }
}

extension Diagnostic.Severity: PreparedValue {
    static var blank: Diagnostic.Severity { .note }
}

extension Diagnostic: PreparedValue {
    static var blank: Diagnostic { Diagnostic(.blank, rule: "", "", at: .blank) }

    mutating func pass(_ fields: inout some FieldPass) {
        severity.pass(&fields)
        fields.text(&rule)
        fields.text(&message)
        location.pass(&fields)
    }
}
