extension Entry.Kind: PreparedValue {
    static var blank: Entry.Kind { .failure }
}

extension Entry.IdentitySource: PreparedValue {
    static var blank: Entry.IdentitySource { .title }
}

extension Entry: PreparedValue {
    static var blank: Entry { Entry(id: "", system: "", title: "", location: .blank) }

    mutating func pass(_ fields: inout some FieldPass) {
        fields.text(&id)
        identitySource.pass(&fields)
        fields.repeatedText(&system)
        fields.text(&title)
        kind.pass(&fields)
        symptoms.pass(&fields)
        reports.pass(&fields)
        causes.pass(&fields)
        checks.pass(&fields)
        fixes.pass(&fields)
        signatures.pass(&fields)
        severity.pass(&fields)
        status.pass(&fields)
        confidence.pass(&fields)
        subsystem.pass(&fields)
        questions.pass(&fields)
        validation.pass(&fields)
        evidence.pass(&fields)
        unprobedReason.pass(&fields)
        crossIssueNotes.pass(&fields)
        notes.pass(&fields)
        probes.pass(&fields)
        location.pass(&fields)
        fields.text(&recogniser)
        fields.text(&recognitionReason)
    }
}

extension Fix: PreparedValue {
    static var blank: Fix { Fix(text: "") }

    mutating func pass(_ fields: inout some FieldPass) {
        fields.text(&text)
        commands.pass(&fields)
        isDestructive.pass(&fields)
    }
}

extension Note: PreparedValue {
    static var blank: Note { Note(label: "", items: []) }

    mutating func pass(_ fields: inout some FieldPass) {
        fields.text(&label)
        items.pass(&fields)
    }
}

extension ProbeLine: PreparedValue {
    static var blank: ProbeLine {
        ProbeLine(
            text: "", kind: "", subject: "", conditions: [], reason: nil, location: .blank)
    }

    mutating func pass(_ fields: inout some FieldPass) {
        fields.text(&text)
        fields.text(&kind)
        fields.text(&subject)
        conditions.pass(&fields)
        reason.pass(&fields)
        location.pass(&fields)
    }
}

extension Condition.Operator: PreparedValue {
    static var blank: Condition.Operator { .equal }
}

extension Condition: PreparedValue {
    static var blank: Condition {
        Condition(key: "", comparison: .blank, value: "", column: 0)
    }

    mutating func pass(_ fields: inout some FieldPass) {
        fields.text(&key)
        comparison.pass(&fields)
        fields.text(&value)
        fields.number(&column)
    }
}
