import Testing

@testable import Catalog

@Suite("Field labels")
struct FieldLabelTests {
    @Test(
        "labels are known whatever surrounds them",
        arguments: [
            ("Symptoms", EntryField.symptoms), ("SYMPTOM:", .symptoms), ("Likely cause", .causes),
            ("Root cause (three bugs).", .causes), ("Solution 2", .fixes), ("🔧 Fix", .fixes),
            ("Fix options, revised", .fixes), ("Symptom / 现象", .symptoms),
            ("Where to look", .checks),
            ("Causes & Solutions", .causes), ("Validation after fix", .validation),
            ("Error signatures", .signatures), ("Severity", .severity), ("Meaning", .meaning),
            ("Evidence in code", .evidence),
            ("Also reported as:", .reports), ("Users say", .reports), ("Not probed:", .unprobed),
            ("How to investigate", .checks),
        ])
    func known(label: String, field: EntryField) {
        #expect(FieldLabel.field(of: label) == field)
    }

    @Test(
        "other words are none",
        arguments: [
            "Status 403", "Wrong port", "", "Deployment", "404", "The portal is down",
            String(repeating: "fix ", count: 40),
        ])
    func unknown(label: String) {
        #expect(FieldLabel.field(of: label) == nil)
    }

    @Test("no label stands for two fields, and all are in the form they are compared in")
    func isConsistent() {
        let labels = FieldLabel.table.values.flatMap { $0 }
        #expect(Set(labels).count == labels.count)
        for (field, labels) in FieldLabel.table {
            for label in labels { #expect(FieldLabel.field(of: label) == field, "\(label)") }
        }
    }
}
